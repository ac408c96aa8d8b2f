package dev.drover.agent;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An agent that is one file of a folder, called with what it is to do as its argument. */
final class Script {
  /** What may be part of a path: nothing that leads out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@+-]*");

  private static final ResourceAgent.Running NOTHING = () -> {};

  private final Processes processes;

  Script(Processes processes) {
    this.processes = processes;
  }

  /** Runs the script at a path, where the path is one and may be run. */
  ResourceAgent.Running run(
      Path file,
      String argument,
      AgentCall call,
      Map<String, String> environment,
      Function<Ended, AgentResult> meaning,
      Consumer<AgentResult> whenEnded) {
    if (!Files.isRegularFile(file)) {
      return answer(
          Outcome.notInstalled("`%s` is not installed: no `%s`".formatted(call.agent(), file)),
          whenEnded);
    }
    if (!Files.isExecutable(file)) {
      return answer(Outcome.notPermitted("`%s` is not executable".formatted(file)), whenEnded);
    }
    Program program =
        new Program(List.of(file.toString(), argument), environment, "", call.timeout());
    return processes.start(program, ended -> whenEnded.accept(meaning.apply(ended)))::cancel;
  }

  /** Gives a result without running anything. */
  static ResourceAgent.Running answer(AgentResult result, Consumer<AgentResult> whenEnded) {
    whenEnded.accept(result);
    return NOTHING;
  }

  /** A file below a folder; null where a name is not one that an agent may have. */
  static @Nullable Path below(Path folder, String... names) {
    Path path = folder;
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        return null;
      }
      path = path.resolve(name);
    }
    return path;
  }
}
