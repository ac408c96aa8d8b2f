package dev.drover.net;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/** Finds the reason in what was thrown. */
final class Causes {
  /** How the JDK says that a client had no certificate; it has no exception of its own for it. */
  private static final String EMPTY_CHAIN = "Empty client certificate chain";

  /** How the JDK says that the other system ended a connection on which something was unread. */
  private static final String RESET = "Connection reset";

  private static final int DEEPEST = 16;

  private Causes() {}

  static Reason reason(Throwable thrown) {
    Reason found = Reason.FAILED;
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return refused.reason();
      } else if (cause instanceof NotSslRecordException) {
        return Reason.PLAIN_TEXT;
      } else if (cause instanceof SslHandshakeTimeoutException) {
        return Reason.HANDSHAKE_TOO_SLOW;
      } else if (cause instanceof GeneralSecurityException) {
        return Reason.UNTRUSTED;
      } else if (String.valueOf(cause.getMessage()).contains(EMPTY_CHAIN)) {
        return Reason.NO_CERTIFICATE;
      } else if (String.valueOf(cause.getMessage()).startsWith(RESET)) {
        return Reason.CLOSED_THERE;
      } else if (cause instanceof ClosedChannelException && found == Reason.FAILED) {
        // whoever looks whether this machine is there says nothing, and leaves
        found = Reason.CLOSED_THERE;
      } else if (cause instanceof SSLException) {
        found = Reason.TLS;
      }
    }
    return found;
  }

  /** The message of the innermost cause, which the others only repeat; our own are for people. */
  static String detail(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < DEEPEST && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause instanceof RefusedException
        ? String.valueOf(cause.getMessage())
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
