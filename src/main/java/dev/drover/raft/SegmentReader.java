package dev.drover.raft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Counts the entries of a file of a log and finds a torn end. The format is Ratis': the header
 * {@code RaftLog1}; then each entry as its length, a protobuf varint, its bytes, and the CRC-32C of
 * both, big-endian; then zeros that were set aside.
 */
final class SegmentReader {
  private static final byte[] HEADER = "RaftLog1".getBytes(StandardCharsets.US_ASCII);
  private static final int CRC_BYTES = 4;

  /** More than any entry of ours; a length above it was not written by us. */
  private static final int MAX_LENGTH = 16 << 20;

  private final Path file;
  private final ByteBuffer bytes;

  /**
   * What was found.
   *
   * @param entries whole ones from the start on
   * @param end where the last of them ends
   * @param torn whether something follows that was not written to its end
   */
  record Found(long entries, int end, boolean torn) {}

  SegmentReader(Path file) throws IOException {
    this.file = file;
    // a few megabytes: the engine begins a new file at `Tuning.SEGMENT`
    this.bytes = ByteBuffer.wrap(Files.readAllBytes(file));
  }

  /**
   * Reads up to so many entries.
   *
   * @throws DamagedException where something is wrong that a cut-off write does not explain
   */
  Found read(long limit) throws DamagedException {
    int header = Math.min(HEADER.length, bytes.capacity());
    byte[] begin = new byte[header];
    bytes.get(0, begin);
    if (header < HEADER.length || !Arrays.equals(begin, HEADER)) {
      if (lastNonZero() >= header) {
        throw new DamagedException(file, 0, "not the header of a log");
      }
      return new Found(0, 0, header > 0);
    }
    int position = header;
    for (long entries = 0; ; entries++) {
      if (entries == limit || position == bytes.capacity()) {
        return new Found(entries, position, false);
      }
      if (bytes.get(position) == 0) {
        if (lastNonZero() > position) {
          throw new DamagedException(file, position, "an entry is missing before later ones");
        }
        return new Found(entries, position, false);
      }
      long end = end(position);
      if (!isWhole(position, end)) {
        // what was cut off while it was written ends in zeros; an entry that rotted does not
        if (lastNonZero() >= end - 1) {
          throw new DamagedException(file, position, "an entry does not fit its checksum");
        }
        return new Found(entries, position, true);
      }
      position = (int) end;
    }
  }

  private long end(int position) throws DamagedException {
    long length = 0;
    int at = position;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = at < bytes.capacity() ? bytes.get(at) : 0;
      at++;
      length |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        break;
      }
    }
    if (length > MAX_LENGTH) {
      throw new DamagedException(file, position, "an entry of `" + length + "` bytes");
    }
    return at + length + CRC_BYTES;
  }

  private boolean isWhole(int position, long end) {
    if (end > bytes.capacity()) {
      return false;
    }
    CRC32C checksum = new CRC32C();
    int length = (int) (end - CRC_BYTES - position);
    checksum.update(bytes.slice(position, length));
    return (int) checksum.getValue() == bytes.getInt((int) end - CRC_BYTES);
  }

  private int lastNonZero() {
    int at = bytes.capacity() - 1;
    while (at >= 0 && bytes.get(at) == 0) {
      at--;
    }
    return at;
  }
}
