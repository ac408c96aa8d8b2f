package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A promotable agent that tells its score as those of databases do, in a running cluster. */
@ResourceLock(Ring.LOCK)
class PromotionTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b, agent1]
      options: {fencing-enabled: false}
      defaults: {resource: {resource-stickiness: 5}}
      resources:
        - clone: db
          options: {promotable: true}
          of:
            primitive: replica
            agent: ocf:test:replica
            operations:
              - {operation: monitor, interval: 400ms}
              - {operation: monitor, interval: 300ms, role: Promoted}
      constraints:
        - {locate: db, on: a, score: NOT_ON_A}
      """;

  /** Its score is what stands in a file; half of the calls go by the path, as agents' do. */
  private static final String REPLICA =
      """
      #!/bin/sh
      node="$OCF_RESKEY_CRM_meta_on_node"
      me="%1$s/services/$OCF_RESOURCE_INSTANCE.$node"
      echo "$1 $OCF_RESOURCE_INSTANCE $node" >> "%1$s/calls"
      tell() {
        if [ -e "%1$s/score.$node" ]; then
          crm_master -Q -l reboot -v "$(cat "%1$s/score.$node")"
        else
          "${HA_SBIN_DIR}/crm_attribute" --promotion -D
        fi || echo "$node cannot tell its score" >> "%1$s/problems"
      }
      case "$1" in
        start) echo unpromoted > "$me"; tell ;;
        promote) echo promoted > "$me" ;;
        demote) echo unpromoted > "$me" ;;
        stop) rm -f "$me" ;;
        monitor)
          [ -e "$me" ] || exit 7
          tell
          grep -q unpromoted "$me" || exit 8 ;;
        *) exit 3 ;;
      esac
      """;

  @TempDir Path folder;

  private Ring ring(String... names) throws Exception {
    Ring ring = new Ring(folder, names);
    Scripts.write(folder, "ocf/resource.d/test/replica", REPLICA);
    return ring;
  }

  private void score(String node, int score) throws Exception {
    Files.writeString(folder.resolve("score." + node), Integer.toString(score));
  }

  private boolean isPromoted(String node) throws Exception {
    Path service = folder.resolve("services/replica." + node);
    return Files.exists(service) && Files.readString(service).strip().equals("promoted");
  }

  @Test
  void theRoleGoesWhereTheScoreIsHigher() throws Exception {
    score("a", 10);
    score("b", 20);
    try (Ring ring = ring("a", "b")) {
      ring.start("a", "b").configure(CLUSTER.replace("NOT_ON_A", "0").replace(", agent1", ""));
      ring.until("b is promoted", () -> isPromoted("b") && ring.runs("replica", "a"));
      assertTrue(!isPromoted("a"), ring.said());
      score("a", 100);
      ring.until("the role has moved", () -> isPromoted("a") && !isPromoted("b"));
      Files.delete(folder.resolve("score.a"));
      ring.until("the role is back", () -> isPromoted("b") && !isPromoted("a"));
      assertEquals(
          "master-replica=20 (transient)", ring.ask("attribute-show", Map.of("node", "b")).text());
      assertEquals(List.of(), ring.mistakes());
      assertTrue(Files.notExists(folder.resolve("problems")), ring.said());
    }
  }

  @Test
  void theScoreOfANodeThatIsNoMemberCounts() throws Exception {
    score("b", 10);
    score("agent1", 20);
    try (Ring ring = ring("a", "b", "agent1")) {
      ring.start("a", "b", "agent1").configure(CLUSTER.replace("NOT_ON_A", "-INFINITY"));
      ring.until("agent1 is promoted", () -> isPromoted("agent1") && ring.runs("replica", "b"));
      score("agent1", 1);
      ring.until("the role has moved", () -> isPromoted("b") && !isPromoted("agent1"));
      assertTrue(Files.notExists(folder.resolve("problems")), ring.said());
    }
  }
}
