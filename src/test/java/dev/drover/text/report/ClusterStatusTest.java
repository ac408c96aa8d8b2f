package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drover.cli.Schedulers;
import dev.drover.execute.ActionResult;
import dev.drover.model.ClusterState;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.plan.Assessment;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Management;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Story;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterStatusTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Set<ClusterStatus.Detail> ALL = EnumSet.allOf(ClusterStatus.Detail.class);
  private static final String BASE = "https://drover.dev/schema/";

  private static Scheduler scheduler;

  @BeforeAll
  static void load() {
    scheduler = Schedulers.of(Path.of("rules"));
  }

  /** One moment of a scenario. */
  private record Moment(ClusterState state, Instant now, Decision decision) {
    Observation seen(FencingEntry... fencing) {
      return new Observation(
          "validator-pair",
          decision.before(),
          "pcmk2",
          new Observation.Votes(1, 2),
          now,
          NOW,
          "root on pcmk2",
          FailedOperation.of(state.status()),
          FailureCount.of(state.status()),
          List.of(fencing),
          List.of("web is moved to a"),
          List.of(
              new Observation.DaemonState(
                  "pcmk1",
                  "follows, 1 of 2 links",
                  null,
                  List.of(
                      new Observation.LinkState("10.0.0.1:7800", true, now),
                      new Observation.LinkState("10.1.0.1:7800", false, now))),
              new Observation.DaemonState("pcmk2", "coordinates", "0.1.0", List.of())));
    }
  }

  /** The first moment of a scenario in which something is so. */
  private static Moment moment(String scenario, Predicate<Moment> wanted) throws InputException {
    List<Moment> asked = new ArrayList<>();
    Story.tell(
        (state, now) -> {
          Decision decision = scheduler.decide(state, now);
          asked.add(new Moment(state, now, decision));
          return decision;
        },
        ScenarioReader.read(Path.of("scenarios", scenario)));
    return asked.stream().filter(wanted).findFirst().orElseThrow();
  }

  @Test
  void aLostNodeIsToldBeforeItIsFenced() throws InputException {
    Moment lost =
        moment(
            "validator-pair/active-node-loses-power.yaml",
            asked ->
                asked.decision().before().nodes().stream()
                    .anyMatch(node -> node.unclean() != null));
    FencingEntry pending =
        new FencingEntry(
            "pcmk1", "reboot", FencingEntry.State.PENDING, "pcmk2", null, lost.now(), "");
    String now = StatusReport.date(lost.now());
    assertEquals(
        """
        Cluster name: validator-pair
        Cluster Summary:
          * Coordinator: pcmk2 - partition with quorum (1 of 2 votes)
          * Last updated: NOW
          * Last change:  2026-03-01 12:00:00Z by root on pcmk2
          * 2 nodes configured
          * 6 resource instances configured

        Node List:
          * Node pcmk1: UNCLEAN (offline)
          * Online: [ pcmk2 ]

        Full List of Resources:
          * Resource Group: Peer:
            * VIP1\t(ocf:heartbeat:IPaddr2):\t Started pcmk1 (UNCLEAN)
            * peerservice\t(systemd:peer):\t Started pcmk1 (UNCLEAN)
          * Resource Group: Ctz:
            * VIP2\t(ocf:heartbeat:IPaddr2):\t Started pcmk2
            * ctzservice\t(systemd:ctz):\t Started pcmk2
          * fence-pcmk1\t(stonith:fence_ipmilan):\t Started pcmk2
          * fence-pcmk2\t(stonith:fence_ipmilan):\t Started pcmk1 (UNCLEAN)

        Pending Fencing Actions:
          * reboot of pcmk1 pending: asked by pcmk2, since NOW

        Daemon Status:
          * pcmk1: follows, 1 of 2 links; 10.1.0.1:7800 is down since NOW
          * pcmk2: coordinates (0.1.0)
        """,
        ClusterStatus.of(lost.seen(pending), Set.of()).replace(now, "NOW"));
  }

  @Test
  void aFailureStaysUntilSomebodyHasCleanedItUp() throws InputException {
    Moment failed =
        moment(
            "validator-pair/vip1-fails.yaml",
            asked -> !FailedOperation.of(asked.state().status()).isEmpty());
    String text = ClusterStatus.of(failed.seen(), ALL);
    Instant at = failed.seen().failed().get(0).at();
    assertTrue(
        text.contains(
            """

            Migration Summary:
              * Node: pcmk1:
                * VIP1: fail-count=1 last-failure='%s'

            Failed Resource Actions:
              * VIP1 10s-interval monitor on pcmk1 returned 'Not running' at %s

            Changed by Commands:
              * web is moved to a

            Daemon Status:
            """
                .formatted(StatusReport.date(at), StatusReport.date(at))),
        text);
    assertTrue(text.contains("* VIP1\t(ocf:heartbeat:IPaddr2):\t FAILED pcmk1\n"), text);
    assertFalse(ClusterStatus.of(failed.seen(), Set.of()).contains("Migration Summary"), text);
  }

  @Test
  void theJsonSaysTheSameAndFollowsItsSchema() throws InputException, IOException {
    Moment failed =
        moment(
            "validator-pair/vip1-fails.yaml",
            asked -> !FailedOperation.of(asked.state().status()).isEmpty());
    FencingEntry done =
        new FencingEntry(
            "pcmk1", "off", FencingEntry.State.FAILED, "pcmk2", "fence-pcmk1", NOW, "no answer");
    JsonNode json = new ObjectMapper().readTree(ClusterStatusJson.of(failed.seen(done)));
    assertEquals(List.of(), schema().validate(json));
    assertEquals("pcmk1", json.at("/status/nodes/0/name").asText());
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"node": "pcmk1", "resource": "VIP1", "operation": "monitor", "intervalMs": 10000, "status": 0,
                 "exitCode": 7, "at": "%s"}
                """
                    .formatted(failed.seen().failed().get(0).at())),
        json.at("/failedOperations/0"));
    assertEquals("1", json.at("/failures/0/count").asText());
    assertEquals("failed", json.at("/fencing/0/state").asText());
    assertEquals("2026-03-01T12:00:00Z", json.at("/changed").asText());
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(ClusterStatusTest::schemaText))
        .getSchema(SchemaLocation.of(BASE + "status-output.schema.json"));
  }

  private static String schemaText(String iri) {
    try {
      return iri.startsWith(BASE)
          ? Files.readString(Path.of("docs/schema", iri.substring(BASE.length())))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsHeldIsCountedAndACoordinatorMayBeMissing() {
    DecisionBuilder cluster = new DecisionBuilder().nodes(node("a").standby());
    cluster.resource(primitive("p").target(Role.STOPPED));
    cluster.resource(primitive("q").on("a").failed().blocked());
    Assessment bare = cluster.assessment();
    Assessment paused =
        new Assessment(false, Management.MAINTENANCE, bare.nodes(), bare.resources());
    assertEquals(
        """
        Cluster name: shop
        Cluster Summary:
          * Coordinator: none - partition WITHOUT quorum (0 of 1 vote)
          * Last updated: 2026-03-01 12:00:00Z
          * 1 node configured
          * 2 resource instances configured (1 DISABLED, 1 BLOCKED from further action due to failure)

                      *** Resource management is DISABLED ***
          The cluster will not attempt to start, stop or recover services

        Node List:
          * Node a: standby (with active resources)

        Full List of Resources:
          * p\t(ocf:acme:shop):\t Stopped (disabled)
          * q\t(ocf:acme:shop):\t FAILED a (blocked)
        """,
        ClusterStatus.of(observation(paused, List.of()), Set.of()));
  }

  @Test
  void aFailedFencingIsNewsUntilOneWorked() {
    FencingEntry failed = fencing("b", FencingEntry.State.FAILED, "no answer");
    FencingEntry other = fencing("c", FencingEntry.State.FAILED, "");
    FencingEntry worked = fencing("b", FencingEntry.State.SUCCESSFUL, "");
    Assessment assessment = new DecisionBuilder().nodes(node("a")).assessment();
    String before = ClusterStatus.of(observation(assessment, List.of(failed, other)), Set.of());
    assertTrue(
        before.endsWith(
            """

            Failed Fencing Actions:
              * off of b failed: asked by a, device ipmi, at 2026-03-01 12:00:00Z (no answer)
              * off of c failed: asked by a, device ipmi, at 2026-03-01 12:00:00Z
            """),
        before);
    List<FencingEntry> history = List.of(failed, other, worked);
    String after = ClusterStatus.of(observation(assessment, history), Set.of());
    assertFalse(after.contains("off of b"), after);
    String asked = ClusterStatus.of(observation(assessment, history), ALL);
    assertTrue(asked.contains("Migration Summary:\n  * No failures\n"), asked);
    assertTrue(
        asked.endsWith(
            """
            Fencing History:
              * off of b failed: asked by a, device ipmi, at 2026-03-01 12:00:00Z (no answer)
              * off of c failed: asked by a, device ipmi, at 2026-03-01 12:00:00Z
              * off of b successful: asked by a, device ipmi, at 2026-03-01 12:00:00Z
            """),
        asked);
  }

  @Test
  void howAnOperationEndedIsToldInWords() {
    assertEquals(
        "web start on a returned 'Not installed' (no binary) at 2026-03-01 12:00:00Z",
        new FailedOperation("a", "web", "start", 0, new ActionResult(4, 5, "no binary"), NOW)
            .line());
    assertEquals(
        "web 1500ms-interval monitor on a could not be executed (Timed out: slow)",
        new FailedOperation("a", "web", "monitor", 1500, new ActionResult(2, 1, "slow"), null)
            .line());
    assertEquals(
        "web: fail-count=INFINITY", new FailureCount("a", "web", Score.INFINITY, null).line());
  }

  private static FencingEntry fencing(String node, FencingEntry.State state, String detail) {
    return new FencingEntry(node, "off", state, "a", "ipmi", NOW, detail);
  }

  private static Observation observation(Assessment assessment, List<FencingEntry> fencing) {
    return new Observation(
        "shop",
        assessment,
        null,
        new Observation.Votes(0, 1),
        NOW,
        null,
        null,
        List.of(),
        List.of(),
        fencing,
        List.of(),
        List.of());
  }
}
