package dev.drover.cli;

import dev.drover.model.ClusterState;
import dev.drover.schedule.Scheduler;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long deciding takes, warm, for each input: as {@code crm_simulate --profile} tells it, which
 * decides about a folder in one process. Reading the input is told apart, because Pacemaker does
 * not count it.
 */
final class Profile {
  private static final double NANOS = 1e9;

  private final Scheduler scheduler;
  private final int repeat;
  private final Duration warmUp;
  private final Simulate.@Nullable Clock clock;

  /**
   * A profile.
   *
   * @param repeat how often to decide about each input; what is told is the median
   * @param warmUp for how long to decide about all of them, over and over, before times are taken;
   *     about each once at least
   */
  Profile(Scheduler scheduler, int repeat, Duration warmUp, Simulate.@Nullable Clock clock) {
    this.scheduler = scheduler;
    this.repeat = repeat;
    this.warmUp = warmUp;
    this.clock = clock;
  }

  int run(List<Path> files, PrintWriter out) throws IOException, InputException {
    long began = System.nanoTime();
    do {
      for (Path file : files) {
        decide(Input.read(file).cluster());
      }
    } while (System.nanoTime() - began < warmUp.toNanos());
    double reading = 0;
    double deciding = 0;
    for (Path file : files) {
      // Not in turns: what reading leaves for the collector would be collected while deciding.
      long[] readings = new long[repeat];
      ClusterState state;
      int times = 0;
      do {
        long start = System.nanoTime();
        state = Input.read(file).cluster();
        readings[times++] = System.nanoTime() - start;
      } while (times < repeat);
      long[] decisions = new long[repeat];
      for (int i = 0; i < repeat; i++) {
        long start = System.nanoTime();
        decide(state);
        decisions[i] = System.nanoTime() - start;
      }
      reading += median(readings);
      deciding += median(decisions);
      out.println(line(file.toString(), median(decisions), median(readings)));
      out.flush();
    }
    if (files.size() > 1) {
      out.println(line(files.size() + " inputs", deciding, reading));
    }
    return ExitCode.OK.number();
  }

  private void decide(ClusterState state) {
    Instant now = Simulation.now(state, clock);
    scheduler.decide(state, now);
  }

  /** In seconds. */
  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    long twice = sorted[middle] + sorted[(sorted.length - 1) / 2];
    return twice / 2 / NANOS;
  }

  private static String line(String what, double deciding, double reading) {
    return String.format(Locale.ROOT, "%s %.6f s, reading %.6f s", what, deciding, reading);
  }
}
