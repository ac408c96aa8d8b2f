package dev.drover.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code crm_simulate --profile}: it tells processor time, without reading the file, as the sum of
 * all repetitions.
 */
final class PacemakerContestant implements Contestant {
  private static final Pattern TIME =
      Pattern.compile("<timing\\s+file=\"([^\"]*)\"\\s+duration=\"([^\"]*)\"");
  private static final Duration QUICK = Duration.ofSeconds(10);

  private final String version;

  private PacemakerContestant(String version) {
    this.version = version;
  }

  /** Pacemaker's scheduler; empty where it is not installed. */
  static Optional<PacemakerContestant> find() throws InterruptedException {
    try {
      String said = WatchedProgram.run(List.of("crm_simulate", "--version"), QUICK).said();
      return Optional.of(new PacemakerContestant(said.lines().findFirst().orElse("Pacemaker")));
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return version;
  }

  @Override
  public Timing time(Path folder, int repeat, Duration limit)
      throws IOException, InterruptedException {
    WatchedProgram.Ended ended =
        WatchedProgram.run(
            List.of(
                "crm_simulate",
                "--profile",
                folder.toString(),
                "--repeat",
                Integer.toString(repeat),
                "--output-as",
                "xml"),
            limit);
    if (ended.gaveUp()) {
      return Timing.none(
          String.format(
              Locale.ROOT, "gave up: more than %d s for %d decisions", limit.toSeconds(), repeat),
          ended.peakBytes());
    }
    Map<String, Double> seconds = times(ended.said(), repeat);
    return seconds.isEmpty()
        ? Timing.none("told no times, ended with " + ended.code(), ended.peakBytes())
        : new Timing(seconds, Map.of(), ended.peakBytes(), "");
  }

  /** Reads what it told, by file name; seconds of one decision. */
  static Map<String, Double> times(String said, int repeat) {
    Map<String, Double> seconds = new TreeMap<>();
    for (Matcher time = TIME.matcher(said); time.find(); ) {
      String name = Path.of(time.group(1)).getFileName().toString();
      seconds.put(name, Double.parseDouble(time.group(2)) / repeat);
    }
    return seconds;
  }
}
