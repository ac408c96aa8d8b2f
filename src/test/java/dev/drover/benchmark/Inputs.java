package dev.drover.benchmark;

import dev.drover.text.cib.CibWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The inputs of one size: the cluster that has just come up, what carrying out the first plan
 * leaves, and that without one node. Each lies in a folder of its own, because a folder is what is
 * measured.
 */
final class Inputs {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final DroverContestant drover;

  Inputs(Path folder, DroverContestant drover) {
    this.folder = folder;
    this.drover = drover;
  }

  /** The folder of an occasion. */
  Path folder(Size size, Occasion occasion) {
    return folder.resolve(size.folder()).resolve(occasion.file().replace(".xml", ""));
  }

  /**
   * Writes what is needed to measure an occasion, unless it is there.
   *
   * @return why it cannot be made; empty where it is there
   */
  String prepare(Size size, Occasion occasion, long seed) throws IOException, InterruptedException {
    Path file = file(size, occasion);
    if (Files.exists(file)) {
      return "";
    }
    Files.createDirectories(file.getParent());
    return switch (occasion) {
      case FIRST_PLACEMENT -> {
        Files.writeString(file, CibWriter.write(LargeCluster.of(size, seed)));
        yield "";
      }
      case SETTLED -> derive(file, file(size, Occasion.FIRST_PLACEMENT));
      case NODE_LOST -> derive(file, file(size, Occasion.SETTLED), "--run", "--node-fail=node1");
    };
  }

  private Path file(Size size, Occasion occasion) {
    return folder(size, occasion).resolve(occasion.file());
  }

  private String derive(Path file, Path from, String... options)
      throws IOException, InterruptedException {
    if (!Files.exists(from)) {
      return "there is no " + from.getFileName() + " to begin with";
    }
    String[] arguments = new String[options.length + 3];
    arguments[0] = "simulate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = "--save-output=" + file;
    arguments[options.length + 2] = from.toString();
    WatchedProgram.Ended ended = drover.run(LIMIT, arguments);
    if (ended.code() == 0) {
      return "";
    }
    Files.deleteIfExists(file);
    return ended.gaveUp()
        ? "not made within " + LIMIT.toMinutes() + " minutes"
        : ended.said().lines().reduce((one, other) -> other).orElse("not made");
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
