package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.FenceTopology;
import dev.drover.model.config.FencingLevel;
import dev.drover.text.agent.DeviceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything together, with agents that are shell scripts. */
class RealFencingTest {
  private static final String METADATA =
      """
      <resource-agent name="fence_x"><parameters><parameter name="plug"/></parameters>
      <actions><action name="on"/><action name="off"/><action name="reboot"/></actions>
      </resource-agent>""";

  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void hangingAgentIsKilledAndTheNextLevelFencesTheNode() throws IOException {
    agent("fence_stuck", "sleep 300");
    agent("fence_well", "printf '%s\\n' \"$input\" >" + folder.resolve("log"));
    try (RealAgents agents = new RealAgents(List.of(folder), supervisor)) {
      FenceResult result =
          Shell.soon(agents.fencer(setup()).fence(Bench.request(FenceAction.REBOOT)));
      assertEquals(Kind.DONE, result.kind(), result.reason());
      assertEquals(List.of("well"), result.devices());
      assertEquals(
          "reboot of `fence_stuck` did not end within 1000 ms and was killed",
          result.attempts().get(0).reason());
      assertEquals(
          "action=reboot\nnodename=n1\npasswd=s3cret\nplug=2\n",
          Files.readString(folder.resolve("log")));
      assertTrue(result.took().compareTo(Duration.ofSeconds(30)) < 0, result.toString());
      assertFalse(result.toString().contains("s3cret"), result.toString());
      assertEquals(List.of("well"), agents.history.events().get(0).devices());
    }
  }

  private static FenceSetup setup() {
    Map<String, String> map = Map.of("pcmk_host_map", "n1:2", "passwd", "s3cret");
    Device stuck =
        DeviceReader.read(
                "stuck", "fence_stuck", Map.of("pcmk_host_list", "n1", "pcmk_reboot_timeout", "1s"))
            .device();
    Device well = DeviceReader.read("well", "fence_well", map).device();
    List<FencingLevel> levels =
        List.of(
            new FencingLevel("one", "n1", null, null, null, 1, List.of("stuck")),
            new FencingLevel("two", "n1", null, null, null, 2, List.of("well")));
    return new FenceSetup(List.of(stuck, well), new FenceTopology(levels, Map.of()));
  }

  private void agent(String name, String otherwise) {
    Shell.executable(
        folder.resolve(name),
        """
        #!/bin/sh
        input=$(cat)
        case "$input" in
        action=metadata*) cat <<END
        %s
        END
        ;;
        *) %s ;;
        esac
        """
            .formatted(METADATA, otherwise));
  }
}
