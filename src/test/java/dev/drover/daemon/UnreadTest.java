package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.net.Connection;
import dev.drover.net.Message;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sends more than is read has to wait. */
class UnreadTest {
  private static final int LETTER = 8 << 20;

  private final List<Boolean> reads = new ArrayList<>();

  private final class Wire implements Connection {
    @Override
    public Peer peer() {
      return new Peer("ring", Role.MEMBER, "a");
    }

    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public String id() {
      return "a#1";
    }

    @Override
    public boolean send(Message message) {
      return true;
    }

    @Override
    public void read(boolean on) {
      reads.add(on);
    }

    @Override
    public void close() {}
  }

  @Test
  void readingStopsWhereTooMuchWaitsAndGoesOnWhenHalfIsRead() {
    Unread unread = new Unread(new Wire());
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
