package dev.drover.agent.systemd;

import java.util.concurrent.CompletionException;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.errors.Timeout;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Why systemd did not do what it was asked for. */
final class Failure {
  private Failure() {}

  /** What a future hid. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** True where somebody answered with an error; else the bus or systemd is out of reach. */
  static boolean isRefusal(Throwable cause) {
    return cause instanceof DBusExecutionException
        && !(cause instanceof NoReply)
        && !(cause instanceof ServiceUnknown)
        && !(cause instanceof Timeout);
  }

  /** The message, without a stop at its end. */
  static String words(Throwable cause) {
    String message = cause.getMessage();
    String words =
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
