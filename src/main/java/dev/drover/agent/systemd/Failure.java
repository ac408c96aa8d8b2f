package dev.drover.agent.systemd;

import java.util.concurrent.CompletionException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Why systemd did not do what it was asked for. */
final class Failure {
  private static final String SYSTEMD = "org.freedesktop.systemd1.";

  private Failure() {}

  /** What a future hid. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** True where there is no such unit, or none that could be used. */
  static boolean isMissingUnit(Throwable cause) {
    return is(cause, "NoSuchUnit")
        || is(cause, "LoadFailed")
        || is(cause, "BadUnitSetting")
        || is(cause, "UnitMasked");
  }

  /** True where the unit does not know how to do it, such as to read its configuration again. */
  static boolean isNotApplicable(Throwable cause) {
    return is(cause, "JobTypeNotApplicable");
  }

  /** True where systemd itself refused, and was not merely out of reach. */
  static boolean isRefusal(Throwable cause) {
    return cause instanceof DBusExecutionException e
        && e.getType() != null
        && (e.getType().startsWith(SYSTEMD)
            || e.getType().equals("org.freedesktop.DBus.Error.AccessDenied")
            || e.getType().equals("org.freedesktop.DBus.Error.InvalidArgs"));
  }

  /** The message, without a stop at its end. */
  static String words(Throwable cause) {
    String message = cause.getMessage();
    String words =
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private static boolean is(Throwable cause, String name) {
    return cause instanceof DBusExecutionException e && (SYSTEMD + name).equals(e.getType());
  }
}
