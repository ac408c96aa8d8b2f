package dev.drover.cli;

import dev.drover.model.ClusterState;
import dev.drover.schedule.Scheduler;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long deciding takes, warm: the first decision of all, which loads classes, does not count.
 */
final class Profile {
  private static final double NANOS = 1e9;

  private final Scheduler scheduler;
  private final int repeat;
  private final Simulate.@Nullable Clock clock;

  Profile(Scheduler scheduler, int repeat, Simulate.@Nullable Clock clock) {
    this.scheduler = scheduler;
    this.repeat = repeat;
    this.clock = clock;
  }

  int run(List<Path> files, PrintWriter out) throws IOException, InputException {
    boolean warm = false;
    for (Path file : files) {
      Input input = Input.read(file);
      ClusterState state =
          input instanceof Input.Cluster cluster
              ? cluster.state()
              : ((Input.Story) input).scenario().cluster();
      Instant now = Simulation.now(state, clock);
      if (!warm) {
        scheduler.decide(state, now);
        warm = true;
      }
      long began = System.nanoTime();
      for (int i = 0; i < repeat; i++) {
        scheduler.decide(state, now);
      }
      double seconds = (System.nanoTime() - began) / NANOS / repeat;
      out.println(String.format(Locale.ROOT, "%s %.6f s", file, seconds));
      out.flush();
    }
    return ExitCode.OK.number();
  }
}
