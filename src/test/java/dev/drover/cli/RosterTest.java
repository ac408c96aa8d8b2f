package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.peer.Address;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who are invited are told. */
class RosterTest {
  @Test
  void whatMustBeReachedIsForMembersOnly() {
    Roster roster = new Roster("shop", 7801);
    roster.add("a=10.0.0.1", Role.MEMBER);
    roster.add("w=10.0.0.2", Role.WITNESS);
    roster.reach("192.0.2.1");
    roster.reach("192.0.2.2:22");
    Map<String, Site> sites = roster.sites(Path.of("/var/lib/drover"));
    assertEquals(
        List.of(new Address("192.0.2.1", 7), new Address("192.0.2.2", 22)), sites.get("a").reach());
    assertEquals(List.of(), sites.get("w").reach());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> roster.reach("a b"));
    assertEquals("found `a b`, expected HOST or HOST:PORT, such as 10.0.0.1", refused.getMessage());
  }
}
