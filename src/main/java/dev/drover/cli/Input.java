package dev.drover.cli;

import dev.drover.model.ClusterState;
import dev.drover.scenario.Scenario;
import dev.drover.text.InputException;
import dev.drover.text.cib.CibReader;
import dev.drover.text.yaml.ClusterReader;
import dev.drover.text.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Something to simulate, read from a file. */
sealed interface Input {
  /** The cluster; of a story, what it is before anything happens. */
  ClusterState cluster();

  /** One state of a cluster. */
  record Cluster(ClusterState cluster) implements Input {}

  /** A cluster to which things happen. */
  record Story(Scenario scenario) implements Input {
    @Override
    public ClusterState cluster() {
      return scenario.cluster();
    }
  }

  /**
   * Reads a file by the end of its name: {@code .xml}, plain or compressed, or {@code .yaml}.
   *
   * @throws InputException where it holds nothing that can be simulated
   * @throws IOException where it cannot be read
   */
  static Input read(Path file) throws IOException, InputException {
    if (!isYaml(file)) {
      return new Cluster(CibReader.read(file));
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return ScenarioReader.isScenario(text, file.toString())
        ? new Story(ScenarioReader.read(file))
        : new Cluster(ClusterReader.read(file));
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * The files that are meant: a folder stands for those at or below it that can be simulated,
   * sorted by path.
   */
  static List<Path> files(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          below.filter(Files::isRegularFile).filter(Input::isMeant).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && name.matches(".*\\.(xml|xml\\.bz2|xml\\.gz|yaml|yml)");
  }

  /** A file's name without folder and ending. */
  static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(xml|xml\\.bz2|xml\\.gz|yaml|yml)$", "");
  }
}
