package dev.drover.text.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.plan.Change;
import dev.drover.plan.Change.NodeVerb;
import dev.drover.plan.Change.OfNode;
import dev.drover.plan.Change.OfResource;
import dev.drover.plan.Change.ResourceVerb;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeReportTest {
  private static final Role OFF = Role.STOPPED;
  private static final Role ON = Role.STARTED;
  private static final Role LOW = Role.UNPROMOTED;
  private static final Role HIGH = Role.PROMOTED;

  @Test
  void columnsAreAsWideAsTheLongestEntryNeeds() {
    assertEquals(
        """
        Transition Summary:
          * Fence (reboot) gone 'peer is lost'
          * Start      ip          (             dock )
          * Migrate    mailbox     ( dock -> quayside )  due to node availability
          * Re-promote   db:0        (    Promoted dock )
        """,
        ChangeReport.of(
            List.of(
                new OfNode(NodeVerb.FENCE, "gone", "reboot", null, "peer is lost"),
                new OfResource(ResourceVerb.START, "ip", OFF, ON, null, "dock", false, null),
                new OfResource(
                    ResourceVerb.MIGRATE,
                    "mailbox",
                    ON,
                    ON,
                    "dock",
                    "quayside",
                    false,
                    "node availability"),
                new OfResource(
                    ResourceVerb.REPROMOTE, "db:0", HIGH, HIGH, "dock", "dock", false, null))));
  }

  @Test
  void nothingToDoIsAHeadingOnly() {
    assertEquals("Transition Summary:\n", ChangeReport.of(List.of()));
  }

  @Test
  void aGuestNodeIsToldWithItsContainerAndAShutdownOnlyWithAReason() {
    assertLine(
        "Fence (off) box (resource: vm) 'guest is unclean'",
        new OfNode(NodeVerb.FENCE, "box", "off", "vm", "guest is unclean"));
    assertLine("Shutdown a 'because'", new OfNode(NodeVerb.SHUT_DOWN, "a", null, null, "because"));
    assertEquals(
        "Transition Summary:\n",
        ChangeReport.of(List.of(new OfNode(NodeVerb.SHUT_DOWN, "a", null, null, null))));
  }

  @Test
  void detailsTellPlaceAndRoleOnce() {
    assertDetails("node1", ResourceVerb.START, OFF, ON, null, "node1");
    assertDetails("Stopped -> Promoted node1", ResourceVerb.PROMOTE, OFF, HIGH, null, "node1");
    assertDetails("node1", ResourceVerb.STOP, ON, OFF, "node1", null);
    assertDetails("Unpromoted node1", ResourceVerb.STOP, LOW, OFF, "node1", null);
    assertDetails("node1", ResourceVerb.RESTART, ON, ON, "node1", "node1");
    assertDetails("Promoted node1", ResourceVerb.RESTART, HIGH, HIGH, "node1", "node1");
    assertDetails("node1 -> node2", ResourceVerb.MOVE, ON, ON, "node1", "node2");
    assertDetails("node1 -> node2 Promoted", ResourceVerb.MOVE, HIGH, HIGH, "node1", "node2");
    assertDetails("Promoted -> Unpromoted node1", ResourceVerb.DEMOTE, HIGH, LOW, "node1", "node1");
    assertDetails(
        "Promoted node1 -> Unpromoted node2", ResourceVerb.MOVE, HIGH, LOW, "node1", "node2");
  }

  @Test
  void whatCannotBeDoneIsBlocked() {
    assertLine("Start      p       ( node1 )  blocked", start(true, null));
    assertLine(
        "Start      p       ( node1 )  due to unrunnable q start (blocked)",
        start(true, "unrunnable q start"));
    assertLine(
        "Start      p       ( node1 )  due to colocation with q",
        start(false, "colocation with q"));
  }

  private static OfResource start(boolean blocked, String reason) {
    return new OfResource(ResourceVerb.START, "p", OFF, ON, null, "node1", blocked, reason);
  }

  private static void assertDetails(
      String details, ResourceVerb verb, Role role, Role nextRole, String from, String to) {
    String label = verb.label() + " ".repeat(11 - verb.label().length());
    assertLine(
        label + "p       ( " + details + " )",
        new OfResource(verb, "p", role, nextRole, from, to, false, null));
  }

  private static void assertLine(String line, Change change) {
    assertEquals("Transition Summary:\n  * " + line + "\n", ChangeReport.of(List.of(change)));
  }
}
