package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.bundle;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.group;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.plan.Assessment;
import dev.drover.plan.BundleView;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Management;
import dev.drover.plan.NodeBuilder;
import dev.drover.plan.NodeView;
import dev.drover.plan.ViewBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  private final DecisionBuilder cluster = new DecisionBuilder();

  @Test
  void healthyClusterIsOneLineOfNodesAndOneForEachResource() {
    cluster.nodes(node("ship10"), node("ship9"), node("dock").offline());
    cluster.resource(primitive("till").on("ship9"));
    cluster.resource(primitive("fence").agent("stonith", null, "fence_sun"));

    assertEquals(
        """
        Current cluster status:
          * Node List:
            * Online: [ ship9 ship10 ]
            * OFFLINE: [ dock ]

          * Full List of Resources:
            * till\t(ocf:acme:shop):\t Started ship9
            * fence\t(stonith:fence_sun):\t Stopped
        """,
        StatusReport.current(cluster.assessment()));
  }

  @Test
  void nodesInSpecialStatesHaveLinesOfTheirOwn() {
    cluster.resource(primitive("till").on("b"));
    assertNode("UNCLEAN (online)", node("a").unclean());
    assertNode("UNCLEAN (offline)", node("a").unclean().offline());
    assertNode("UNCLEAN (pending)", node("a").unclean().offline().pending());
    assertNode("pending", node("a").pending());
    assertNode("standby", node("a").standby());
    assertNode("OFFLINE (standby)", node("a").standby().offline());
    assertNode("standby (on-fail)", node("a").standbyOnFail());
    assertNode("maintenance", node("a").maintenance());
    assertNode("OFFLINE (maintenance)", node("a").maintenance().offline());
    assertNode("online (health is RED)", node("a").health("red"));
    assertNode("online (health is YELLOW)", node("a").health("yellow"));
    assertTrue(nodes(node("b").standby()).contains("* Node b: standby (with active resources)\n"));
    assertTrue(nodes(node("a").remote().maintenance()).contains("* RemoteNode a: maintenance\n"));
    assertTrue(nodes(node("a").guestOf("box").pending()).contains("* GuestNode a: pending\n"));
  }

  @Test
  void remoteAndGuestNodesAreGatheredApartAndOfflineGuestsAreLeftOut() {
    String text =
        nodes(
            node("far").remote(),
            node("lost").remote().offline(),
            node("box1").guestOf("vm1"),
            node("box2").guestOf("vm2").offline());
    assertTrue(
        text.contains(
            "    * RemoteOnline: [ far ]\n"
                + "    * RemoteOFFLINE: [ lost ]\n"
                + "    * GuestOnline: [ box1 ]\n"));
    assertFalse(text.contains("box2"));
  }

  @Test
  void primitivesTellWhatIsSpecialAboutThem() {
    cluster.nodes(node("a"), node("b"), node("gone").offline().unclean());
    assertLine("FAILED a", primitive("p").on("a").failed());
    assertLine("FAILED", primitive("p").failed());
    assertLine("FAILED a (blocked)", primitive("p").on("a").failed().blocked());
    assertLine("FAILED (blocked) [ a b ]", primitive("p").on("a").on("b").failed().blocked());
    assertLine("Started [ a b ]", primitive("p").on("a").on("b"));
    assertLine("Started gone (UNCLEAN)", primitive("p").on("gone"));
    assertLine("FAILED gone (UNCLEAN, blocked)", primitive("p").on("gone").failed().blocked());
    assertLine("Stopped (disabled)", primitive("p").target(Role.STOPPED));
    assertLine("Stopped (disabled, unmanaged)", primitive("p").target(Role.STOPPED).unmanaged());
    assertLine(
        "Started a (disabled, maintenance)",
        primitive("p").on("a").target(Role.STOPPED).maintenance());
    assertLine("Started a (unmanaged)", primitive("p").on("a").unmanaged());
    assertLine("Started a (failure ignored)", primitive("p").on("a").failureIgnored());
    assertLine("Stopped a (LOCKED)", primitive("p").lockedTo("a"));
    assertLine("Starting a", primitive("p").pending("Starting", "a"));
    assertLine("Started a (Monitoring)", primitive("p").on("a").pending("Monitoring", "a"));
    assertLine("Stopped (Not installed) ", primitive("p").probeFailed("a", 5));
    assertLine("ORPHANED Started a", primitive("p").on("a").orphan());
  }

  @Test
  void operationsUnderWayAreNoPartOfTheRevisedStatus() {
    cluster.nodes(node("a")).resource(primitive("p").on("a").pending("Stopping", "a"));
    assertTrue(StatusReport.current(cluster.assessment()).contains("\t Stopping a\n"));
    assertTrue(StatusReport.revised(cluster.assessment()).contains("\t Started a\n"));
  }

  @Test
  void orphansThatRunNowhereAreLeftOut() {
    cluster.nodes(node("a"), node("off").offline());
    cluster.resource(primitive("old").orphan()).resource(primitive("older").orphan().on("off"));
    assertTrue(current().endsWith("  * Full List of Resources:\n    * No resources\n"), current());
  }

  @Test
  void groupsListTheirMembers() {
    cluster.nodes(node("a"));
    cluster.resource(
        group("shop", primitive("ip").on("a"), primitive("till")).target(Role.STOPPED).unmanaged());
    assertTrue(
        current()
            .contains(
                """
                    * Resource Group: shop (disabled, unmanaged):
                      * ip\t(ocf:acme:shop):\t Started a
                      * till\t(ocf:acme:shop):\t Stopped
                """),
        current());
  }

  @Test
  void clonesGatherOrdinaryInstancesAndTellOthersOnTheirOwn() {
    cluster.nodes(node("a"), node("b"), node("c"), node("d"));
    cluster.resource(
        cloneOf(
                "web-clone",
                primitive("web:0").on("b"),
                primitive("web:1").on("a"),
                primitive("web:2").on("c").failed(),
                primitive("web:3"))
            .candidates("d", "a", "b", "c"));
    assertTrue(
        current()
            .contains(
                """
                    * Clone Set: web-clone [web]:
                      * web\t(ocf:acme:shop):\t FAILED c
                      * Started: [ a b ]
                      * Stopped: [ d ]
                """),
        current());
  }

  @Test
  void promotableClonesSortInstancesByRole() {
    cluster.nodes(node("a"), node("b"), node("c"));
    cluster.resource(
        cloneOf(
                "db-clone",
                primitive("db:0").on("b", Role.PROMOTED),
                primitive("db:1").on("a", Role.UNPROMOTED),
                primitive("db:2").on("c", Role.STARTED).unmanaged())
            .promotable());
    assertTrue(
        current()
            .contains(
                """
                    * Clone Set: db-clone [db] (promotable):
                      * db\t(ocf:acme:shop):\t Unpromoted c (unmanaged)
                      * Promoted: [ b ]
                      * Unpromoted: [ a ]
                """),
        current());
  }

  @Test
  void instancesThatDifferAreAllToldByNumber() {
    cluster.nodes(node("a"));
    cluster.resource(
        cloneOf("ip-clone", primitive("ip:0").on("a").unique(), primitive("ip:1").unique())
            .unique()
            .promotable());
    assertTrue(
        current()
            .contains(
                """
                    * Clone Set: ip-clone [ip] (promotable, unique):
                      * ip:0\t(ocf:acme:shop):\t Unpromoted a
                      * ip:1\t(ocf:acme:shop):\t Stopped
                """),
        current());
  }

  @Test
  void clonesSayWhyInstancesAreStopped() {
    cluster.nodes(node("a"), node("b"));
    cluster.resource(
        cloneOf("off", primitive("x:0"), primitive("x:1"))
            .target(Role.STOPPED)
            .candidates("a", "b")
            .probeFailed("b", 5));
    assertTrue(
        current()
            .contains(
                """
                    * Clone Set: off [x] (disabled):
                      * Stopped (Not installed): [ b ]
                      * Stopped (disabled): [ a ]
                """),
        current());
  }

  @Test
  void partlyActiveGroupInstancesAreToldInFull() {
    cluster.nodes(node("a"));
    cluster.resource(
        cloneOf("stack", group("part:0", primitive("one:0").on("a"), primitive("two:0"))));
    assertTrue(
        current()
            .contains(
                """
                    * Clone Set: stack [part]:
                      * Resource Group: part:0:
                        * one\t(ocf:acme:shop):\t Started a
                        * two\t(ocf:acme:shop):\t Stopped
                """),
        current());
  }

  @Test
  void bundlesShowEachReplicaOnItsHost() {
    BundleView parts =
        new BundleView(
            "localhost/shop:1",
            List.of(
                new BundleView.Replica(
                    0, "10.0.0.5", "shop-ip-10.0.0.5", "shop-podman-0", "shop-0", "till:0"),
                new BundleView.Replica(1, null, null, "shop-podman-1", "shop-1", "till:1")));
    cluster.nodes(node("a"), node("shop-0").guestOf("shop-podman-0"));
    cluster.resource(
        bundle(
            "shop",
            parts,
            primitive("shop-ip-10.0.0.5").on("a"),
            primitive("shop-podman-0").on("a"),
            primitive("shop-0").on("a"),
            primitive("till:0").on("shop-0"),
            primitive("shop-podman-1"),
            primitive("shop-1"),
            primitive("till:1")));
    assertTrue(
        current()
            .contains(
                """
                    * Container bundle set: shop [localhost/shop:1]:
                      * shop-0 (10.0.0.5)\t(ocf:acme:shop):\t Started a
                      * shop-1\t(ocf:acme:shop):\t Stopped
                """),
        current());
  }

  @Test
  void theConnectionToGuestNodesIsImpliedAndLeftOut() {
    cluster.nodes(node("a"), node("box").guestOf("vm"));
    cluster.resource(primitive("vm").on("a")).resource(primitive("box").on("a"));
    cluster.nodes(node("old").guestOf("vm")).resource(primitive("old").on("a").orphan());
    assertFalse(current().contains("* box\t"), current());
    assertTrue(current().contains("* old\t"), "an orphan is told, whatever it was");
  }

  @Test
  void whatIsKeptFromRunningIsCountedFirst() {
    cluster.nodes(node("a"));
    cluster.resource(primitive("p").target(Role.STOPPED));
    cluster.resource(primitive("q").on("a").failed().blocked());
    cluster.resource(cloneOf("c", primitive("x:0").target(Role.UNPROMOTED).on("a")).promotable());
    cluster.resource(primitive("old").orphan());
    assertTrue(
        current()
            .startsWith(
                "2 of 3 resource instances DISABLED and 1 BLOCKED from further action due to"
                    + " failure\n\n"
                    + "Current"),
        current());
  }

  @Test
  void aClusterThatManagesNothingSaysSoFirst() {
    Assessment paused = new Assessment(true, Management.MAINTENANCE, List.of(), List.of());
    assertTrue(
        StatusReport.current(paused)
            .startsWith(
                "\n"
                    + "              *** Resource management is DISABLED ***\n"
                    + "  The cluster will not attempt to start, stop or recover services\n\n"
                    + "Current"));
    Assessment stopped = new Assessment(true, Management.STOP_ALL, List.of(), List.of());
    assertTrue(
        StatusReport.current(stopped)
            .startsWith(
                "\n"
                    + "    *** Resource management is DISABLED ***\n"
                    + "  The cluster will keep all resources stopped\n\n"));
  }

  @Test
  void theClockIsToldInUniversalTimeAndAChosenTimeAsWritten() {
    assertEquals(
        "Setting effective cluster time: 2005-020\n", StatusReport.effectiveTime("2005-020"));
    assertEquals(
        "Using the original execution date of: 2001-09-09 01:46:40Z\n",
        StatusReport.executionDate(1_000_000_000L));
  }

  private String current() {
    return StatusReport.current(cluster.assessment());
  }

  private String nodes(NodeBuilder... some) {
    List<NodeView> views = Arrays.stream(some).map(NodeBuilder::build).toList();
    return StatusReport.current(new Assessment(true, views, cluster.assessment().resources()));
  }

  private void assertNode(String state, NodeBuilder some) {
    String text = nodes(some);
    assertTrue(text.contains("  * Node List:\n    * Node a: " + state + "\n\n"), text);
  }

  private void assertLine(String state, ViewBuilder view) {
    Assessment assessment =
        new Assessment(true, cluster.assessment().nodes(), List.of(view.build()));
    String text = StatusReport.current(assessment);
    assertTrue(text.endsWith("    * p\t(ocf:acme:shop):\t " + state + "\n"), text);
  }
}
