package dev.drover.agent.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The tools as they are installed, with somebody pretended who answers. */
final class Bench implements AutoCloseable {
  /** How a tool ended. */
  record Ended(int exit, String out, String err) {}

  private final Toolbox toolbox;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final Spool spool;

  Bench(Path data, Function<Map<String, String>, Reply> answers) throws IOException {
    toolbox = new Toolbox(data);
    toolbox.install();
    spool =
        new Spool(
            toolbox.spool(),
            (words, answer) -> {
              asked.add(words);
              answer.accept(answers.apply(words));
            });
  }

  Path spool() {
    return toolbox.spool();
  }

  Path programs() {
    return toolbox.programs();
  }

  /** What the tools have asked for. */
  List<Map<String, String>> asked() {
    return asked;
  }

  /** Nobody answers from now on. */
  void stopAnswering() {
    spool.close();
  }

  /**
   * Runs a tool as its first line says; its variables are those of an agent. The system refuses to
   * run a file itself that was written just now, while a child that another test forked meanwhile
   * still has it open.
   */
  Ended run(Map<String, String> variables, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(words));
    command.set(0, toolbox.programs().resolve(words[0]).toString());
    command.add(0, "/bin/sh");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  @Override
  public void close() {
    spool.close();
  }
}
