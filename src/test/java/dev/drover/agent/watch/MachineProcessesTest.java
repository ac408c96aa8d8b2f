package dev.drover.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of processes, from files such as Linux makes. */
class MachineProcessesTest {
  private static final long SELF = 500;
  private static final Mark WEB = new Mark("a/web", null);
  private static final String IS_WEB = "PATH=/bin\0DROVER_RESOURCE=a/web\0HOME=/";

  @TempDir Path folder;

  private MachineProcesses table() {
    return new MachineProcesses(folder, SELF);
  }

  private void process(long pid, String state, long parent, long started, String environment)
      throws IOException {
    Path made = Files.createDirectories(folder.resolve(Long.toString(pid)));
    Files.writeString(
        made.resolve("stat"),
        "%d (a (b) c) %s %d 1 1 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 %d 2 3\n"
            .formatted(pid, state, parent, started));
    Files.writeString(made.resolve("environ"), environment);
    Files.writeString(made.resolve("cgroup"), "0::/system.slice/drover.service\n");
  }

  private List<Long> found(Mark mark) {
    return table().find(Set.of(mark)).getOrDefault(mark, List.of()).stream()
        .map(ProcessId::pid)
        .toList();
  }

  @Test
  void processesAreFoundByTheirEnvironmentOldestFirst() throws IOException {
    process(12, "S", 1, 700, IS_WEB);
    process(11, "S", 1, 900, IS_WEB);
    process(13, "S", 12, 900, IS_WEB);
    process(14, "S", 1, 1, IS_WEB.replace("web", "web2"));
    process(15, "S", 1, 1, "XDROVER_RESOURCE=a/web");
    process(16, "S", 1, 1, "");
    assertEquals(List.of(12L, 11L, 13L), found(WEB));
  }

  @Test
  void programsThatRunStillAreNoPartOfTheService() throws IOException {
    process(SELF, "S", 1, 1, "");
    process(11, "S", SELF, 10, IS_WEB);
    process(12, "S", 11, 11, IS_WEB);
    process(13, "S", 1, 12, IS_WEB);
    assertEquals(List.of(13L), found(WEB));
  }

  @Test
  void whoHasEndedIsNeitherFoundNorRunning() throws IOException {
    process(11, "Z", 1, 10, IS_WEB);
    assertEquals(List.of(), found(WEB));
    assertFalse(table().isRunning(new ProcessId(11, 10)));
    assertFalse(table().isRunning(new ProcessId(12, 10)), "there is none");
  }

  @Test
  void whoHasTheNumberOfAnotherIsNotTheOther() throws IOException {
    process(11, "S", 1, 10, IS_WEB);
    assertTrue(table().isRunning(new ProcessId(11, 10)));
    assertFalse(table().isRunning(new ProcessId(11, 9)));
  }

  @Test
  void unitsAreKnownByTheirControlGroup() throws IOException {
    process(11, "S", 1, 10, "");
    Path group = folder.resolve("11/cgroup");
    Mark unit = new Mark("a/web", "nginx.service");
    for (String line : List.of("0::/system.slice/nginx.service", "1:cpu:/s/nginx.service/w")) {
      Files.writeString(group, line + "\n");
      assertEquals(List.of(11L), found(unit), line);
    }
    for (String line : List.of("0::/system.slice/my-nginx.service", "0::/")) {
      Files.writeString(group, line + "\n");
      assertEquals(List.of(), found(unit), line);
    }
  }

  @Test
  void whatIsNoProcessIsPassedOver() throws IOException {
    Files.createDirectories(folder.resolve("self"));
    Files.createDirectories(folder.resolve("12"));
    process(13, "S", 1, 10, IS_WEB);
    Files.writeString(folder.resolve("13/stat"), "13 (web) S 1\n");
    assertEquals(List.of(), found(WEB));
    assertEquals(Map.of(), new MachineProcesses(folder.resolve("none"), SELF).find(Set.of(WEB)));
  }
}
