package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a script that is a resource agent is told in a running cluster, beyond start and stop. */
@ResourceLock(Ring.LOCK)
class OcfCallsTest {
  /**
   * A service that is one process, found by its command line, and that can be moved live. It leaves
   * early and takes a while then, in which no monitor finds it.
   */
  private static final String GUEST =
      """
      #!/bin/sh
      node="$OCF_RESKEY_CRM_meta_on_node"
      pid="%1$s/pid.$node"
      runs() { [ -e "$pid" ] && grep -q sleep "/proc/$(cat "$pid")/cmdline" 2>/dev/null; }
      begin() {
        setsid sleep 300 </dev/null >/dev/null 2>&1 &
        echo $! >"$pid"
        until runs; do :; done
      }
      end() { [ -e "$pid" ] && kill -9 "$(cat "$pid")" 2>/dev/null; rm -f "$pid"; }
      echo "$1 $node $OCF_RESKEY_CRM_meta_migrate_source $OCF_RESKEY_CRM_meta_migrate_target" >>"%1$s/calls"
      case "$1" in
        start|migrate_from) begin ;;
        stop) end ;;
        migrate_to) end; sleep 1.5 ;;
        monitor) runs || exit 7 ;;
        *) exit 3 ;;
      esac
      """;

  private static final String MIGRATING =
      """
      cluster: ring
      nodes: [a, b]
      options: {fencing-enabled: false}
      resources:
        - primitive: guest
          agent: ocf:test:guest
          options: {allow-migrate: true}
          operations: {monitor: 100ms}
      constraints:
        - {locate: guest, on: a, score: 50}
      """;

  /** Writes its whole environment down where it is notified. */
  private static final String NOTIFIED =
      """
      #!/bin/sh
      node="$OCF_RESKEY_CRM_meta_on_node"
      me="%1$s/services/$OCF_RESOURCE_INSTANCE.$node"
      case "$1" in
        start) echo unpromoted >"$me" ;;
        promote) echo promoted >"$me" ;;
        demote) echo unpromoted >"$me" ;;
        stop) rm -f "$me" ;;
        notify)
          what="$OCF_RESKEY_CRM_meta_notify_type-$OCF_RESKEY_CRM_meta_notify_operation"
          env >"%1$s/notified.$what.$node.new"
          mv "%1$s/notified.$what.$node.new" "%1$s/notified.$what.$node" ;;
        monitor)
          [ -e "$me" ] || exit 7
          grep -q unpromoted "$me" || exit 8 ;;
        *) exit 3 ;;
      esac
      """;

  private static final String NOTIFYING =
      """
      cluster: ring
      nodes: [a, b]
      options: {fencing-enabled: false}
      resources:
        - clone: db
          options: {promotable: true, notify: true}
          of: {primitive: replica, agent: ocf:test:notified}
      constraints:
        - {locate: db, on: a, score: 50, role: Promoted}
      """;

  @TempDir Path folder;

  @AfterEach
  void endProcesses() throws IOException {
    for (String node : List.of("a", "b")) {
      Path file = folder.resolve("pid." + node);
      if (Files.exists(file)) {
        long pid = Long.parseLong(Files.readString(file).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  @Test
  void aLiveMigrationIsNoFailureForAnyMonitor() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b").watching()) {
      Scripts.write(folder, "ocf/resource.d/test/guest", GUEST);
      ring.start("a", "b").configure(MIGRATING);
      ring.until("it is monitored on a", () -> ring.said("monitor of guest on a done"));
      Map<String, String> move =
          Map.of("kind", "PLACE", "subject", "guest", "name", "b", "value", "INFINITY");
      assertEquals(0, ring.ask("amend", move).exit());
      ring.until("it is monitored on b", () -> ring.said("monitor of guest on b done"));
      ring.inOrder(
          "migrate_to of guest on a done",
          "migrate_from of guest on b done",
          "stop of guest on a done",
          "monitor of guest on b done");
      List<String> deeds =
          ring.calls().stream().filter(call -> !call.startsWith("monitor")).toList();
      assertEquals(
          List.of("start a  ", "migrate_to a a b", "migrate_from b a b", "stop a  "), deeds);
      List<String> calls = ring.calls();
      int leaves = calls.indexOf("migrate_to a a b");
      assertTrue(
          calls.subList(leaves, calls.size()).stream().noneMatch("monitor a  "::equals),
          calls::toString);
      assertTrue(!ring.said("instead of"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void instancesAreToldWhatBecomesOfTheOthers() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      Scripts.write(folder, "ocf/resource.d/test/notified", NOTIFIED);
      ring.start("a", "b").configure(NOTIFYING);
      ring.until("b knows who is promoted", () -> Files.exists(notified("post-promote", "b")));
      ring.until("and a itself", () -> Files.exists(notified("post-promote", "a")));
      Map<String, String> told = told("post-promote", "b");
      assertEquals("post", told.get("type"));
      assertEquals("promote", told.get("operation"));
      assertEquals("a", told.get("promote_uname"));
      assertEquals("replica:0", told.get("promote_resource"));
      assertEquals("", told.get("master_resource"), "it tells who was promoted before");
      assertEquals("a b", told.get("all_uname"));
      assertEquals(told, told("post-promote", "a"));
    }
  }

  private Path notified(String what, String node) {
    return folder.resolve("notified.%s.%s".formatted(what, node));
  }

  /** The variables that are for notifications only, without their prefix. */
  private Map<String, String> told(String what, String node) throws IOException {
    String prefix = "OCF_RESKEY_CRM_meta_notify_";
    Map<String, String> told = new TreeMap<>();
    for (String line : Files.readAllLines(notified(what, node))) {
      if (line.startsWith(prefix)) {
        String[] parts = line.substring(prefix.length()).split("=", 2);
        told.put(parts[0], parts[1].strip());
      }
    }
    return told;
  }
}
