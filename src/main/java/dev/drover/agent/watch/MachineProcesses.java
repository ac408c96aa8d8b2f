package dev.drover.agent.watch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Processes as Linux shows them in {@code /proc}; see proc(5). Without such a folder there are
 * none. A process that has written over its environment, as some do to change the name that {@code
 * ps} shows, is found by its unit only.
 */
public final class MachineProcesses implements ProcessTable {
  /** Where Linux shows processes. */
  public static final Path PROC = Path.of("/proc");

  private static final int MOST = 100_000;
  private static final int STAT_BYTES = 1024;
  private static final int GROUP_BYTES = 8 * 1024;
  private static final int ENVIRONMENT_BYTES = 256 * 1024;

  /** So many ancestors are looked at. */
  private static final int DEEPEST = 100;

  private static final Comparator<ProcessId> OLDEST_FIRST =
      Comparator.comparingLong(ProcessId::started).thenComparingLong(ProcessId::pid);

  private final Path folder;
  private final long self;

  /**
   * The processes that a folder shows.
   *
   * @param folder {@link #PROC} but in tests
   * @param self the number of this process
   */
  public MachineProcesses(Path folder, long self) {
    this.folder = folder;
    this.self = self;
  }

  @Override
  public Map<Mark, List<ProcessId>> find(Set<Mark> marks) {
    Map<Mark, List<ProcessId>> found = new HashMap<>();
    String[] names = folder.toFile().list((in, name) -> isNumber(name));
    if (names == null) {
      return found;
    }
    boolean areUnits = marks.stream().anyMatch(mark -> mark.unit() != null);
    for (int i = 0; i < names.length && i < MOST; i++) {
      String environment = "\0" + read(names[i], "environ", ENVIRONMENT_BYTES) + "\0";
      String groups = areUnits ? read(names[i], "cgroup", GROUP_BYTES) : "";
      for (Mark mark : marks) {
        if (hasValue(environment, mark) || isInUnit(groups, mark.unit())) {
          add(Long.parseLong(names[i]), found.computeIfAbsent(mark, none -> new ArrayList<>()));
        }
      }
    }
    found.values().forEach(list -> list.sort(OLDEST_FIRST));
    return found;
  }

  private void add(long pid, List<ProcessId> to) {
    Stat stat = stat(pid);
    if (stat != null && stat.isRunning() && !isOwn(stat)) {
      to.add(new ProcessId(pid, stat.started()));
    }
  }

  @Override
  public boolean isRunning(ProcessId process) {
    Stat stat = stat(process.pid());
    return stat != null && stat.isRunning() && stat.started() == process.started();
  }

  /**
   * Whether it comes from a program that this process has started and that has not ended: what such
   * a program leaves behind at its end is the system's child.
   */
  private boolean isOwn(Stat stat) {
    Stat at = stat;
    for (int i = 0; i < DEEPEST && at != null && at.parent() > 0; i++) {
      if (at.parent() == self) {
        return true;
      }
      at = stat(at.parent());
    }
    return false;
  }

  private static boolean hasValue(String environment, Mark mark) {
    return environment.contains("\0" + Mark.VARIABLE + "=" + mark.value() + "\0");
  }

  /** A line for each hierarchy, which ends with the path of the group, as cgroups(7) says. */
  private static boolean isInUnit(String groups, @Nullable String unit) {
    return unit != null && groups.lines().anyMatch(line -> (line + "/").contains("/" + unit + "/"));
  }

  private static boolean isNumber(String name) {
    return name.length() <= 10 && name.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  private @Nullable Stat stat(long pid) {
    return Stat.parse(read(Long.toString(pid), "stat", STAT_BYTES));
  }

  /** The beginning of a file; empty where it cannot be read, as when the process has ended. */
  private String read(String pid, String name, int most) {
    try (InputStream in = new FileInputStream(folder.resolve(pid).resolve(name).toFile())) {
      return new String(in.readNBytes(most), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
