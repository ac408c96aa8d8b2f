package dev.drover.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageCodec;
import java.util.List;

/**
 * Messages as bytes: a length of 4 bytes, which counts what follows it; a version of 1 byte; a kind
 * of 2; a sequence number of 8, from 1 and one more each time; the payload. All big-endian.
 */
final class Frames extends ByteToMessageCodec<Message> {
  static final int VERSION = 1;
  static final int LENGTH_BYTES = 4;

  /** What a length counts beside the payload. */
  static final int HEADER_BYTES = 1 + 2 + 8;

  private final int longest;
  private long lastRead;
  private long lastWritten;
  private boolean broken;

  Frames(int longestPayload) {
    this.longest = HEADER_BYTES + longestPayload;
  }

  @Override
  protected void encode(ChannelHandlerContext context, Message message, ByteBuf out) {
    out.writeInt(HEADER_BYTES + message.payload().length);
    out.writeByte(VERSION);
    out.writeShort(message.kind());
    out.writeLong(++lastWritten);
    out.writeBytes(message.payload());
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (broken) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.readableBytes() < LENGTH_BYTES) {
      return;
    }
    int length = in.getInt(in.readerIndex());
    if (length < HEADER_BYTES || length > longest) {
      throw refused(
          Reason.BAD_LENGTH, "`" + length + "` bytes: expected " + HEADER_BYTES + " to " + longest);
    }
    // looked at before the rest has come, so that another protocol is not waited for
    if (in.readableBytes() > LENGTH_BYTES) {
      int version = in.getUnsignedByte(in.readerIndex() + LENGTH_BYTES);
      if (version != VERSION) {
        throw refused(Reason.OTHER_VERSION, "version `" + version + "`: expected " + VERSION);
      }
    }
    if (in.readableBytes() >= LENGTH_BYTES + length) {
      out.add(read(in, length - HEADER_BYTES));
    }
  }

  private Message read(ByteBuf in, int payloadBytes) {
    in.skipBytes(LENGTH_BYTES + 1);
    int kind = in.readUnsignedShort();
    long sequence = in.readLong();
    if (sequence != lastRead + 1) {
      throw refused(
          Reason.OUT_OF_SEQUENCE, "number `" + sequence + "`: expected " + (lastRead + 1));
    }
    lastRead = sequence;
    byte[] payload = new byte[payloadBytes];
    in.readBytes(payload);
    return new Message(kind, payload);
  }

  /** Tells of a rest directly: what is thrown here is told only after the end itself. */
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    decode(context, in, out);
    if (in.isReadable() && out.isEmpty()) {
      context.fireExceptionCaught(
          refused(Reason.TRUNCATED, in.readableBytes() + " bytes of an unfinished frame"));
    }
  }

  private RefusedException refused(Reason reason, String detail) {
    broken = true;
    return new RefusedException(reason, detail);
  }
}
