package dev.drover.raft;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cut-off write leaves is told from damage. */
class SegmentReaderTest {
  private static final byte[] HEADER = "RaftLog1".getBytes(US_ASCII);
  private static final byte[] SET_ASIDE = new byte[512];
  private static final byte[] ONE = entry("one");
  private static final byte[] TWO = entry("a longer one, so that there is something to tear");

  @TempDir Path root;

  @Test
  void wholeEntriesAreCountedUpToTheZeros() throws Exception {
    int end = HEADER.length + ONE.length + TWO.length;
    assertEquals(new SegmentReader.Found(2, end, false), read(HEADER, ONE, TWO, SET_ASIDE));
    assertEquals(new SegmentReader.Found(2, end, false), read(HEADER, ONE, TWO));
    assertEquals(new SegmentReader.Found(0, HEADER.length, false), read(HEADER, SET_ASIDE));
  }

  @Test
  void anEntryThatEndsInZerosIsTorn() throws Exception {
    int place = HEADER.length + ONE.length;
    for (int length = 1; length < TWO.length - 4; length++) {
      byte[] part = Arrays.copyOf(TWO, length);
      SegmentReader.Found torn = new SegmentReader.Found(1, place, true);
      assertEquals(torn, read(HEADER, ONE, part, SET_ASIDE), "at " + length);
      assertEquals(torn, read(HEADER, ONE, part), "at " + length);
    }
  }

  @Test
  void aHeaderThatIsCutOffIsAnEmptyLog() throws Exception {
    assertEquals(new SegmentReader.Found(0, 0, true), read(Arrays.copyOf(HEADER, 3)));
    assertEquals(new SegmentReader.Found(0, 0, false), read(new byte[0]));
  }

  @Test
  void aWholeEntryThatRottedIsDamageEvenAtTheEnd() {
    byte[] rotten = TWO.clone();
    rotten[5] ^= 1;
    assertDamaged("an entry does not fit its checksum", HEADER, ONE, rotten, SET_ASIDE);
    assertDamaged("an entry does not fit its checksum", HEADER, rotten, ONE, SET_ASIDE);
  }

  @Test
  void whatFollowsATornEntryIsDamage() {
    byte[] hole = new byte[TWO.length];
    assertDamaged("an entry is missing before later ones", HEADER, ONE, hole, ONE);
    byte[] part = Arrays.copyOf(Arrays.copyOf(TWO, 9), TWO.length);
    assertDamaged("an entry does not fit its checksum", HEADER, part, ONE, SET_ASIDE);
  }

  @Test
  void whatIsNoLogIsDamage() {
    assertDamaged("not the header of a log", "something else".getBytes(US_ASCII));
    byte[] huge = {-1, -1, -1, 127, 1};
    assertDamaged("an entry of `268435455` bytes", HEADER, huge);
  }

  private void assertDamaged(String what, byte[]... parts) {
    DamagedException damaged = assertThrows(DamagedException.class, () -> read(parts));
    assertTrue(damaged.getMessage().contains(what), damaged.getMessage());
  }

  private SegmentReader.Found read(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return new SegmentReader(Files.write(root.resolve("segment"), all.toByteArray()))
        .read(Long.MAX_VALUE);
  }

  private static byte[] entry(String text) {
    byte[] body = text.getBytes(US_ASCII);
    CRC32C checksum = new CRC32C();
    checksum.update(body.length);
    checksum.update(body);
    return ByteBuffer.allocate(body.length + 5)
        .put((byte) body.length)
        .put(body)
        .putInt((int) checksum.getValue())
        .array();
  }
}
