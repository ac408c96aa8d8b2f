package dev.drover.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may come in, and who goes for others. */
class DoorTest {
  private static final Limits LIMITS =
      new Limits(1000, 1000, 2, 1, 3, 2, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Door door = new Door(LIMITS);
  private final List<String> turnedOut = new ArrayList<>();

  private Door.Guest guest(String address, String name) {
    return new Door.Guest(address, () -> turnedOut.add(name));
  }

  @Test
  void theOldestOfTheAddressThatHasMostGoes() {
    Door.Guest first = guest("A", "first of A");
    assertTrue(door.enter(first));
    assertTrue(door.enter(guest("A", "second of A")));
    assertFalse(door.enter(guest("A", "third of A")), "an address has so many only");
    Door.Guest friend = guest("B", "friend");
    assertTrue(door.enter(friend));
    assertEquals(List.of(), turnedOut);
    assertTrue(door.enter(guest("C", "first of C")));
    assertEquals(List.of("first of A"), turnedOut);
    assertFalse(door.prove(first, Certificates.member("a")), "it has gone");
    assertTrue(door.prove(friend, Certificates.member("b")));
    assertTrue(door.enter(guest("C", "second of C")));
    assertEquals(List.of("first of A"), turnedOut, "who has proved who it is takes no such place");
  }

  @Test
  void placesOfThoseWhoAreKnownAreLimitedAndComeBack() {
    List<Door.Guest> all = new ArrayList<>();
    for (String name : List.of("a", "a", "b", "c")) {
      Door.Guest guest = guest(name + all.size(), name);
      assertTrue(door.enter(guest));
      boolean mayStay = door.prove(guest, Certificates.member(name));
      assertEquals(all.size() == 0 || all.size() == 2, mayStay, name);
      if (!mayStay) {
        door.leave(guest);
      }
      all.add(guest);
    }
    door.leave(all.get(0));
    door.leave(all.get(0));
    for (String name : List.of("c", "d")) {
      Door.Guest guest = guest(name, name);
      assertTrue(door.enter(guest));
      assertEquals(name.equals("c"), door.prove(guest, Certificates.member(name)), name);
    }
  }
}
