package dev.drover.agent.watch;

import dev.drover.agent.fence.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells when a process of a resource is gone, by looking again and again at those that were there
 * when the resource was found well.
 *
 * <p>Methods return at once and may be called on any thread; everything is done in the timer's
 * turns, in the order in which it was asked for.
 */
public final class ProcessWatch {
  /** So many processes are looked at; beyond them a death is for the next monitor to find. */
  static final int MOST = 256;

  private final ProcessTable table;
  private final Timer timer;
  private final Duration pause;

  // Only the timer's turns read and write these.
  private final Map<String, Wanted> wanted = new LinkedHashMap<>();
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private boolean looks;

  private record Wanted(Mark mark, int most, Runnable whenGone) {}

  private record Watched(List<ProcessId> processes, Runnable whenGone) {}

  /**
   * Watches nothing yet.
   *
   * @param timer does one task after the other
   * @param pause how long between two looks; where it is zero nothing is ever watched
   */
  public ProcessWatch(ProcessTable table, Timer timer, Duration pause) {
    this.table = table;
    this.timer = timer;
    this.pause = pause;
  }

  /** By which time is measured here. */
  public Timer timer() {
    return timer;
  }

  /**
   * Watches the processes that a resource has now, in place of those that it had. One that was
   * watched and is gone by now is told of.
   *
   * @param most so many, the oldest; 1 or more
   * @param whenGone told in the timer's turn at each look that finds processes gone; must not block
   *     or throw
   */
  public void watch(String resource, Mark mark, int most, Runnable whenGone) {
    if (!pause.isZero()) {
      timer.after(Duration.ZERO, () -> want(resource, new Wanted(mark, most, whenGone)));
    }
  }

  /** Watches nothing of a resource any more; what is being told already may still come. */
  public void forget(String resource) {
    if (!pause.isZero()) {
      timer.after(
          Duration.ZERO,
          () -> {
            wanted.remove(resource);
            watched.remove(resource);
          });
    }
  }

  /** All that is wanted by the time it is looked for is found in one go. */
  private void want(String resource, Wanted what) {
    wanted.put(resource, what);
    if (wanted.size() == 1) {
      timer.after(Duration.ZERO, this::find);
    }
  }

  private void find() {
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, Wanted> now = new LinkedHashMap<>(wanted);
    wanted.clear();
    Set<Mark> marks = now.values().stream().map(Wanted::mark).collect(Collectors.toSet());
    Map<Mark, List<ProcessId>> found = table.find(marks);
    now.forEach((resource, each) -> replace(resource, each, found));
    if (!looks && !watched.isEmpty()) {
      looks = true;
      timer.after(pause, this::look);
    }
  }

  private void replace(String resource, Wanted by, Map<Mark, List<ProcessId>> found) {
    Watched before = watched.remove(resource);
    long room = MOST - watched.values().stream().mapToLong(each -> each.processes.size()).sum();
    List<ProcessId> processes =
        found.getOrDefault(by.mark, List.of()).stream().limit(Math.min(by.most, room)).toList();
    if (!processes.isEmpty()) {
      watched.put(resource, new Watched(new ArrayList<>(processes), by.whenGone));
    }
    if (before != null && dropGone(before)) {
      before.whenGone.run();
    }
  }

  private void look() {
    List<Watched> bereft = watched.values().stream().filter(this::dropGone).toList();
    watched.values().removeIf(each -> each.processes.isEmpty());
    looks = !watched.isEmpty();
    if (looks) {
      timer.after(pause, this::look);
    }
    bereft.forEach(each -> each.whenGone.run());
  }

  /** The others stay watched: they may follow. */
  private boolean dropGone(Watched from) {
    return from.processes.removeIf(process -> !table.isRunning(process));
  }
}
