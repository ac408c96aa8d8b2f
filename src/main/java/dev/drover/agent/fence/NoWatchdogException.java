package dev.drover.agent.fence;

/** This machine has no watchdog that could be relied on; the message says why. */
public final class NoWatchdogException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason as people read it. */
  public NoWatchdogException(String reason) {
    super(reason);
  }
}
