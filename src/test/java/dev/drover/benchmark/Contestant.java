package dev.drover.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A scheduler that measures itself over a folder of inputs. */
interface Contestant {
  /** What reports call it. */
  String name();

  /**
   * Decides about every input of a folder, several times in one process.
   *
   * @param repeat how often about each
   * @param limit how long the whole process may take
   */
  Timing time(Path folder, int repeat, Duration limit) throws IOException, InterruptedException;
}
