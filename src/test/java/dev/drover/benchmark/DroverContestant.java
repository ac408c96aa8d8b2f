package dev.drover.benchmark;

import dev.drover.cli.Drover;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code drover simulate --profile}, in a Java of its own for each folder. */
final class DroverContestant implements Contestant {
  private static final Pattern TIME =
      Pattern.compile("(?m)^(\\S+\\.xml) ([\\d.]+) s, reading ([\\d.]+) s$");

  private final Duration warmUp;
  private final int heapMegabytes;

  /**
   * Drover, as it lies on this process's class path.
   *
   * @param warmUp for how long to decide before times are taken
   */
  DroverContestant(Duration warmUp, int heapMegabytes) {
    this.warmUp = warmUp;
    this.heapMegabytes = heapMegabytes;
  }

  @Override
  public String name() {
    return "Drover";
  }

  @Override
  public Timing time(Path folder, int repeat, Duration limit)
      throws IOException, InterruptedException {
    WatchedProgram.Ended ended =
        run(
            limit,
            "simulate",
            "--profile",
            "--warm-up=" + warmUp.toSeconds(),
            "--repeat=" + repeat,
            folder.toString());
    if (ended.gaveUp()) {
      return Timing.none("gave up after " + limit.toSeconds() + " s", ended.peakBytes());
    }
    if (ended.code() != 0) {
      return Timing.none(lastLine(ended.said()), ended.peakBytes());
    }
    Map<String, Double> seconds = new TreeMap<>();
    Map<String, Double> reading = new TreeMap<>();
    for (Matcher time = TIME.matcher(ended.said()); time.find(); ) {
      String name = Path.of(time.group(1)).getFileName().toString();
      seconds.put(name, Double.parseDouble(time.group(2)));
      reading.put(name, Double.parseDouble(time.group(3)));
    }
    return new Timing(seconds, reading, ended.peakBytes(), "");
  }

  /** Runs the command line to its end. */
  WatchedProgram.Ended run(Duration limit, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                String.format(Locale.ROOT, "-Xmx%dm", heapMegabytes),
                // what a decision makes goes with it: it is not to be moved about meanwhile
                String.format(Locale.ROOT, "-Xmn%dm", heapMegabytes * 4 / 5),
                "-XX:+UseParallelGC",
                // else the room for it shrinks in the course of a run, and it is moved after all
                "-XX:-UseAdaptiveSizePolicy",
                "-XX:+UseTransparentHugePages",
                "-Ddrover.home=" + Drover.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Drover.class.getName()));
    command.addAll(List.of(arguments));
    return WatchedProgram.run(command, limit);
  }

  private static String lastLine(String said) {
    return said.lines().reduce((one, other) -> other).orElse("told nothing");
  }
}
