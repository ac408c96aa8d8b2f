package dev.drover.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has both schedulers decide about the same inputs, in turn, several times. */
final class Race {
  private static final String NOT_INSTALLED = "skipped: crm_simulate is not installed";
  private static final String NOT_TRIED = "not tried: it gave up on less";

  /** A folder of many inputs is meant to take its time. */
  private static final Duration FOLDER_LIMIT = Duration.ofMinutes(10);

  private final Contestant drover;
  private final Optional<? extends Contestant> pacemaker;
  private final int rounds;
  private final Duration limit;
  private final Set<Occasion> givenUp = EnumSet.noneOf(Occasion.class);

  /**
   * A race.
   *
   * @param pacemaker empty where it is not installed
   * @param rounds how many processes of each to take the median of
   * @param limit how long each process may take over a generated input
   */
  Race(Contestant drover, Optional<? extends Contestant> pacemaker, int rounds, Duration limit) {
    this.drover = drover;
    this.pacemaker = pacemaker;
    this.rounds = rounds;
    this.limit = limit;
  }

  /** What reports call the other one. */
  String opponent() {
    return pacemaker.map(Contestant::name).orElse("Pacemaker");
  }

  /** Both over a folder of many inputs. */
  Folder overFolder(Path folder, int repeat) throws IOException, InterruptedException {
    Timing[] timings = run(folder, repeat, FOLDER_LIMIT, "");
    if (!timings[0].isThere()) {
      throw new IOException(folder + ": Drover " + timings[0].trouble());
    }
    return Folder.of(timings[0], timings[1]);
  }

  /** Both over one generated input; sizes come in growing order. */
  Measured over(Size size, Occasion occasion, Path folder, int repeat)
      throws IOException, InterruptedException {
    String skip = givenUp.contains(occasion) ? NOT_TRIED : "";
    Timing[] timings = run(folder, repeat, limit, skip);
    if (!timings[1].isThere()) {
      givenUp.add(occasion);
    }
    return new Measured(size, occasion, timings[0], timings[1]);
  }

  /** Who has given up once is not asked again. */
  private Timing[] run(Path folder, int repeat, Duration within, String skip)
      throws IOException, InterruptedException {
    List<Timing> ours = new ArrayList<>();
    List<Timing> theirs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      time(drover, ours, folder, repeat, within);
      if (pacemaker.isPresent() && skip.isEmpty()) {
        time(pacemaker.get(), theirs, folder, repeat, within);
      }
    }
    String missing = pacemaker.isEmpty() ? NOT_INSTALLED : skip;
    return new Timing[] {
      Timing.medianOf(ours), theirs.isEmpty() ? Timing.none(missing, 0) : Timing.medianOf(theirs)
    };
  }

  private static void time(
      Contestant contestant, List<Timing> before, Path folder, int repeat, Duration within)
      throws IOException, InterruptedException {
    if (before.stream().allMatch(Timing::isThere)) {
      before.add(contestant.time(folder, repeat, within));
    }
  }
}
