package dev.drover.agent.compose;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and runs the programs of container engines. */
final class Engine {
  private final List<Path> folders;
  private final Processes processes;

  /**
   * Programs in folders.
   *
   * @param folders absolute, in the order in which they are looked through
   */
  Engine(List<Path> folders, Processes processes) {
    this.folders = List.copyOf(folders);
    this.processes = processes;
  }

  /** The engine's program; null where it is in none of the folders. */
  @Nullable Path program(String runtime) {
    return folders.stream()
        .map(folder -> folder.resolve(runtime))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  Processes.Child run(
      Path program, List<String> arguments, Duration timeout, Consumer<Ended> whenEnded) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    String path = folders.stream().map(Path::toString).collect(Collectors.joining(":"));
    // Colours and progress bars would be read as if they were answers.
    Map<String, String> environment =
        Map.of("PATH", path, "NO_COLOR", "1", "COMPOSE_PROGRESS", "plain");
    return processes.start(new Program(command, environment, "", timeout), whenEnded);
  }

  /** In which folders a program was looked for, for people. */
  String places() {
    return folders.stream().map(Path::toString).collect(Collectors.joining("`, `", "`", "`"));
  }
}
