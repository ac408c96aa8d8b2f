package dev.drover.net;

import io.netty.handler.codec.DecoderException;

/** The other side did what is not accepted. */
final class RefusedException extends DecoderException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RefusedException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
