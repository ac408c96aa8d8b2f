package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Agents that take changed parameters up while their service runs, in a running cluster. */
@ResourceLock(Ring.LOCK)
class ReloadTest {
  /** Of OCF 1.1: it takes up another color, but no other port. */
  private static final String LAMP =
      """
      #!/bin/sh
      me="%1$s/services/$OCF_RESOURCE_INSTANCE.$OCF_RESKEY_CRM_meta_on_node"
      case "$1" in
        monitor) [ -e "$me" ]; exit $((7 * $?)) ;;
        meta-data) cat <<END
      <?xml version="1.0"?>
      <!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
      <resource-agent name="lamp">
        <version>1.1</version>
        <parameters>
          <parameter name="port"><content type="integer"/></parameter>
          <parameter name="color" reloadable="1"><content type="string"/></parameter>
        </parameters>
        <actions>
          <action name="start" timeout="20s"/>
          <action name="stop" timeout="20s"/>
          <action name="reload-agent" timeout="20s"/>
          <action name="monitor" timeout="20s" interval="10s"/>
        </actions>
      </resource-agent>
      END
        exit 0 ;;
      esac
      echo "$1 $OCF_RESOURCE_INSTANCE $OCF_RESKEY_color $OCF_RESKEY_port" >>"%1$s/calls"
      case "$1" in
        start) touch "$me" ;;
        stop) rm -f "$me" ;;
        reload-agent) [ -e "$me" ] ;;
        *) exit 3 ;;
      esac
      """;

  /** Of before OCF 1.1: it calls that a reload, and says which parameter is unique. */
  private static final String HORN =
      LAMP.replace("reload-agent", "reload")
          .replace("name=\"port\"", "name=\"port\" unique=\"1\"")
          .replace("<version>1.1", "<version>1.0")
          .replace(" reloadable=\"1\"", "");

  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b]
      options: {fencing-enabled: false}
      resources:
        - {primitive: lamp, agent: "ocf:test:lamp", parameters: {color: red, port: 80}, operations: {monitor: 10s}}
        - {primitive: horn, agent: "ocf:test:horn", parameters: {color: red, port: 80}, operations: {monitor: 10s}}
      constraints:
        - {locate: lamp, on: a, score: 50}
        - {locate: horn, on: b, score: 50}
      """;

  @TempDir Path folder;

  @Test
  void aChangedParameterIsReloadedWhereTheAgentCanAndRestartedElsewhere() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      Scripts.write(folder, "ocf/resource.d/test/lamp", LAMP);
      Scripts.write(folder, "ocf/resource.d/test/horn", HORN);
      ring.start("a", "b").configure(CLUSTER);
      untilMonitored(ring, 1);

      ring.configure(CLUSTER.replace("red", "green"));
      untilMonitored(ring, 2);
      ring.inOrder("reload-agent of lamp on a done", "monitor of lamp on a done");
      ring.inOrder("reload-agent of horn on b done", "monitor of horn on b done");

      // That it is decided anew shows, too, that the reloads left nothing to do.
      ring.configure(CLUSTER.replace("red", "green").replace("80", "81"));
      untilMonitored(ring, 3);
      ring.until("the cluster rests", ring::rests);
      assertEquals(
          List.of("start red 80", "reload-agent green 80", "stop green 81", "start green 81"),
          of(ring, "lamp"));
      assertEquals(
          List.of("start red 80", "reload green 80", "stop green 81", "start green 81"),
          of(ring, "horn"));
      assertTrue(!ring.said("instead of"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  /** Each change has both monitored anew. */
  private static void untilMonitored(Ring ring, int times) {
    ring.until(
        "both are monitored, with one set of parameters after the other",
        () ->
            ring.count("monitor of lamp on a done") >= times
                && ring.count("monitor of horn on b done") >= times);
  }

  /** What a resource's agent was called for, without its name. */
  private static List<String> of(Ring ring, String resource) {
    return ring.calls().stream()
        .filter(call -> call.contains(resource))
        .map(call -> call.replace(" " + resource, ""))
        .toList();
  }
}
