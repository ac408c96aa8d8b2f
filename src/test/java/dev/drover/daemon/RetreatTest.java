package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.cli.Schedulers;
import dev.drover.execute.ActionResult;
import dev.drover.live.Assignment;
import dev.drover.live.Coordinator;
import dev.drover.live.Decider;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.Hands;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import dev.drover.peer.Role;
import dev.drover.text.yaml.ClusterReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one of two makes room with before anybody knows what becomes of the other one. */
class RetreatTest {
  private static final Decider DECIDER = Schedulers.of(Path.of("rules"))::rule;
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Token LEADER = new Token(1, 5, 3);

  /** What runs on b gives way to web, which runs on a as long as a is there. */
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b]
      resources:
        - primitive: web
          agent: ocf:test:service
        - GUEST
        - primitive: power
          agent: stonith:fence_ring
          parameters: {pcmk_host_list: "a,b"}
      constraints:
        - {locate: web, on: a, score: 50}
        - {colocate: guest, with: web, score: -INFINITY}
        - {order: [stop guest, start web], symmetrical: false}
      """;

  @TempDir Path folder;

  /** A cluster in which everything ends at once as it was meant to. */
  private static final class Settled implements Hands {
    private final Deque<Assignment> open = new ArrayDeque<>();
    private final Map<String, Long> serials = new HashMap<>();

    static ClusterState of(String yaml, String boot) throws Exception {
      Settled hands = new Settled();
      Coordinator coordinator =
          new Coordinator(
              DECIDER, hands, new Token(1, 1, 0), ClusterReader.read(yaml, "cluster.yaml"));
      for (String node : List.of("a", "b")) {
        coordinator.reported(new NodeReport(node, boot, List.of(), List.of()), NOW);
      }
      coordinator.open(NOW);
      for (Assignment next = hands.open.poll(); next != null; next = hands.open.poll()) {
        long serial = hands.serials.merge(next.order().node(), 1L, Long::sum);
        ActionResult result = ActionResult.exited(next.order().entry().expectedRc());
        coordinator.told(new Finished(serial, false, next, result), NOW);
      }
      return coordinator.state();
    }

    @Override
    public void begin(Assignment assignment) {
      open.add(assignment);
    }

    @Override
    public void fence(FenceJob job) {
      throw new AssertionError("nobody is to be fenced");
    }

    @Override
    public void withdraw(FenceJob job) {
      throw new AssertionError("nobody was to be fenced");
    }

    @Override
    public void castOut(String node) {
      throw new AssertionError("nobody was fenced");
    }

    @Override
    public void dismiss(String node) {
      throw new AssertionError("nobody leaves");
    }

    @Override
    public void keep(ClusterState state, List<String> news) {
      // Only the last one is looked at.
    }
  }

  @Test
  void whoeverLeadsIsObeyedAgainWhereAPrimitiveMadeRoom() throws Exception {
    obeysAgain("{primitive: guest, agent: ocf:test:service}");
  }

  @Test
  void whoeverLeadsIsObeyedAgainWhereACloneMadeRoom() throws Exception {
    obeysAgain("{clone: guest, of: {primitive: inner, agent: ocf:test:service}}");
  }

  private void obeysAgain(String guest) throws Exception {
    StringWriter said = new StringWriter();
    Journal journal = new Journal(new PrintWriter(said, true));
    List<String> begun = new ArrayList<>();
    try (Ring ring = new Ring(folder, "a", "b");
        Loop loop = new Loop("retreat", journal);
        Workplace work =
            new Workplace(
                ring.site("b", Role.MEMBER),
                (call, ended) -> {
                  begun.add(call.task() + " " + call.resource());
                  return () -> {};
                },
                loop,
                new Post(ring.site("b", Role.MEMBER).self(), loop, null, null),
                journal)) {
      ClusterState state = Settled.of(CLUSTER.replace("GUEST", guest), work.desk().boot());
      CompletableFuture<Boolean> obeys = new CompletableFuture<>();
      loop.execute(
          () -> {
            work.desk().obeys(LEADER);
            Retreat retreat =
                new Retreat("b", work, DECIDER, Alone.without(state, "a"), () -> NOW, journal);
            retreat.begin();
            retreat.end(false);
            obeys.complete(work.desk().obeys(LEADER.next()));
          });
      assertTrue(obeys.get(30, TimeUnit.SECONDS), "its term is not over");
    }
    String inner = guest.contains("inner") ? "inner" : "guest";
    assertEquals(List.of("stop " + inner), begun);
    assertTrue(said.toString().contains("stop of " + inner), said.toString());
  }
}
