package dev.drover.net;

import java.util.Arrays;

/** What is sent in one frame: a kind, which the two sides have agreed on, and bytes. */
public final class Message {
  /** The kind of a heartbeat, which has no payload. */
  public static final int BEAT = 0;

  private static final Message THE_BEAT = new Message(BEAT, new byte[0]);

  private final int kind;
  private final byte[] payload;

  /**
   * A message.
   *
   * @param kind from 0 to 65535; 0 is a heartbeat
   * @param payload is not copied, so nobody may change it afterwards
   * @throws IllegalArgumentException where the kind is outside its range
   */
  public Message(int kind, byte[] payload) {
    if (kind < 0 || kind > 0xFFFF) {
      throw new IllegalArgumentException("kind `" + kind + "`: expected 0 to 65535");
    }
    this.kind = kind;
    this.payload = payload;
  }

  /** Nothing but a sign of life; also what admits a caller. */
  public static Message beat() {
    return THE_BEAT;
  }

  /** From 0 to 65535. */
  public int kind() {
    return kind;
  }

  /** The bytes, not copied. */
  public byte[] payload() {
    return payload;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message
        && kind == message.kind
        && Arrays.equals(payload, message.payload);
  }

  @Override
  public int hashCode() {
    return 31 * kind + Arrays.hashCode(payload);
  }

  /** Tells the size and not the bytes, which may be secret. */
  @Override
  public String toString() {
    return "Message[kind=" + kind + ", " + payload.length + " bytes]";
  }
}
