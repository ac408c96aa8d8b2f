package dev.drover.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What a {@link Ring} runs: its agents, and configurations that use them. */
final class Scripts {
  /** A service that prefers a, and a device that fences both. */
  static final String WEB_AND_POWER =
      """
      cluster: ring
      nodes: [a, b]
      resources:
        - primitive: web
          agent: ocf:test:service
          operations: {monitor: 1s}
        - primitive: power
          agent: stonith:fence_ring
          parameters: {pcmk_host_list: "a,b"}
      constraints:
        - {locate: web, on: a, score: 50}
      """;

  /** The same with three nodes. */
  static final String WEB_AND_POWER_OF_THREE =
      WEB_AND_POWER.replace("[a, b]", "[a, b, c]").replace("a,b", "a,b,c");

  /** An agent whose services are files. */
  static final String SERVICE =
      """
      #!/bin/sh
      me="%1$s/services/$OCF_RESOURCE_INSTANCE.$OCF_RESKEY_CRM_meta_on_node"
      echo "$1 $OCF_RESOURCE_INSTANCE $OCF_RESKEY_CRM_meta_on_node" >> "%1$s/calls"
      case "$1" in
        start)
          for other in "%1$s/services/$OCF_RESOURCE_INSTANCE".*; do
            if [ -e "$other" ] && [ "$other" != "$me" ]; then echo "$me $other" >> "%1$s/twice"; fi
          done
          sleep "${OCF_RESKEY_slow:-0}"
          touch "$me" ;;
        stop) rm -f "$me" ;;
        monitor) [ -e "$me" ] || exit 7 ;;
        *) exit 3 ;;
      esac
      """;

  /** A fence agent that ends services by deleting their files. */
  static final String FENCE =
      """
      #!/bin/sh
      while read line; do
        case "$line" in
          action=*) action="${line#action=}" ;;
          port=*|plug=*|nodename=*) node="${line#*=}" ;;
        esac
      done
      case "$action" in
        metadata) echo '<resource-agent name="fence_ring"><parameters>
          <parameter name="port"/><parameter name="action"/></parameters>
          <actions><action name="off"/><action name="reboot"/><action name="on"/>
          <action name="monitor"/><action name="metadata"/></actions></resource-agent>' ;;
        off|reboot)
          [ -e "%1$s/power/broken" ] && { echo "the switch is broken" >&2; exit 1; }
          rm -f "%1$s"/services/*."$node"; echo "$node" >> "%1$s/fenced" ;;
        *) exit 0 ;;
      esac
      """;

  private Scripts() {}

  /** Writes a program that is told the folder. */
  static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.formatted(folder));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
