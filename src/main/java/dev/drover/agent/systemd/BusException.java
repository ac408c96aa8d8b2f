package dev.drover.agent.systemd;

import org.jspecify.annotations.Nullable;

/** The bus or systemd cannot be reached; the message is for people. It may pass. */
final class BusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
