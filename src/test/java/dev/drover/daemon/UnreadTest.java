package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sends more than is read has to wait. */
class UnreadTest {
  private static final int LETTER = 8 << 20;

  private final List<Boolean> reads = new ArrayList<>();

  @Test
  void readingStopsWhereTooMuchWaitsAndGoesOnWhenHalfIsRead() {
    Unread unread =
        new Unread(
            new Pretence(
                new Peer("ring", Role.MEMBER, "a"), new InetSocketAddress(1), "a#1", reads));
    assertEquals(1, unread.came(LETTER));
    assertEquals(2, unread.came(LETTER));
    assertEquals(List.of(), reads, "two of the longest letters may wait");
    assertEquals(3, unread.came(1));
    assertEquals(4, unread.came(LETTER));
    assertEquals(List.of(false), reads);
    unread.read(LETTER);
    assertEquals(List.of(false), reads);
    unread.read(LETTER);
    unread.read(1);
    assertEquals(List.of(false, true), reads);
    assertEquals(2, unread.came(1));
  }
}
