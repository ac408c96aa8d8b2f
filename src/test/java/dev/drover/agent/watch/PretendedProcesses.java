package dev.drover.agent.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Processes that begin and end as a test says. */
public final class PretendedProcesses implements ProcessTable {
  private final Map<String, List<ProcessId>> byMark = new HashMap<>();
  private final Set<ProcessId> running = new HashSet<>();

  /** How often all were looked at. */
  int searches;

  /** Begins, in the order of their starts. */
  public void begin(String mark, long pid, long started) {
    ProcessId process = new ProcessId(pid, started);
    byMark.computeIfAbsent(mark, none -> new ArrayList<>()).add(process);
    running.add(process);
  }

  /** Ends whatever has that number. */
  public void end(long pid) {
    running.removeIf(process -> process.pid() == pid);
  }

  @Override
  public Map<Mark, List<ProcessId>> find(Set<Mark> marks) {
    searches++;
    Map<Mark, List<ProcessId>> found = new HashMap<>();
    for (Mark mark : marks) {
      found.put(
          mark,
          byMark.getOrDefault(mark.value(), List.of()).stream().filter(running::contains).toList());
    }
    return found;
  }

  @Override
  public boolean isRunning(ProcessId process) {
    return running.contains(process);
  }
}
