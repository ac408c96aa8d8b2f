package dev.drover.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What really runs and happened in a cluster of tests: what its scripts leave in its folder. */
class Ground {
  final Path folder;

  Ground(Path folder) {
    this.folder = folder;
  }

  boolean runs(String service, String node) {
    return Files.exists(folder.resolve("services").resolve(service + "." + node));
  }

  /** Ends a service behind everybody's back. */
  void kill(String service, String node) throws IOException {
    Files.delete(folder.resolve("services").resolve(service + "." + node));
  }

  void breakFencing() throws IOException {
    Files.createFile(folder.resolve("power/broken"));
  }

  void mendFencing() throws IOException {
    Files.delete(folder.resolve("power/broken"));
  }

  /**
   * What agents were called for, in order, each as {@code start web a}; not what they were asked
   * about themselves.
   */
  List<String> calls() {
    return lines("calls").stream().filter(call -> !call.startsWith("meta-data")).toList();
  }

  List<String> fenced() {
    return lines("fenced");
  }

  /** Every start of a service that ran elsewhere at that moment. */
  List<String> twice() {
    return lines("twice");
  }

  private List<String> lines(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
