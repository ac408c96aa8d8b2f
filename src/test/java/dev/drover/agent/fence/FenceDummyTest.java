package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.FenceTopology;
import dev.drover.text.agent.DeviceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent of the fence-agents package as it is, where this machine has it. */
class FenceDummyTest {
  @TempDir Path folder;

  @Test
  void agentOfThePackageTurnsOffAndOnWhatIsAFile() throws IOException {
    List<Path> folders =
        Stream.concat(
                FenceProgram.FOLDERS.stream(),
                Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                    .filter(each -> each.startsWith("/"))
                    .map(Path::of))
            .toList();
    assumeTrue(
        folders.stream().anyMatch(each -> Files.isExecutable(each.resolve("fence_dummy"))),
        "fence_dummy of the package fence-agents is not installed");
    Path status = Files.writeString(folder.resolve("status"), "on");
    Device device =
        DeviceReader.read(
                "dummy",
                "fence_dummy",
                Map.of("status_file", status.toString(), "pcmk_host_check", "none"))
            .device();
    try (Supervisor supervisor = new Supervisor(Limits.usual(2));
        RealAgents agents = new RealAgents(folders, supervisor)) {
      Fencer fencer = agents.fencer(new FenceSetup(List.of(device), FenceTopology.NONE));
      for (FenceAction action : List.of(FenceAction.OFF, FenceAction.ON, FenceAction.REBOOT)) {
        FenceResult result = Shell.soon(fencer.fence(Bench.request(action)));
        assertEquals(Kind.DONE, result.kind(), result.reason());
        assertEquals(action == FenceAction.OFF ? "off" : "on", Files.readString(status).strip());
      }
      assertTrue(
          Shell.soon(agents.runner.run(device, FenceAction.STATUS, "n1", Bench.TIMEOUT)).isOk());
    }
  }
}
