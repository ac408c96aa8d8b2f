package dev.drover.agent.compose;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import dev.drover.agent.ResourceAgent.Running;
import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands of one operation, one after the other, within the operation's timeout. */
final class Commands implements Running {
  private final Engine engine;
  private final Path program;
  private final AgentCall call;
  private final Consumer<AgentResult> whenEnded;
  private final long began = System.nanoTime();
  private final Queue<Processes.Child> children = new ConcurrentLinkedQueue<>();
  private volatile boolean cancelled;

  Commands(Engine engine, Path program, AgentCall call, Consumer<AgentResult> whenEnded) {
    this.engine = engine;
    this.program = program;
    this.call = call;
    this.whenEnded = whenEnded;
  }

  /**
   * Runs a command, and gives the operation's result where it goes wrong.
   *
   * @param then gets what it printed; gives the operation's result, or null where it began another
   *     command that will
   */
  void run(List<String> arguments, Function<String, @Nullable AgentResult> then) {
    run(arguments, then, "");
  }

  /**
   * The same.
   *
   * @param matters what it means where the command fails; empty where that goes without saying
   */
  void run(List<String> arguments, Function<String, @Nullable AgentResult> then, String matters) {
    Duration left = call.timeout().minus(took());
    Duration timeout = left.toMillis() > 0 ? left : Duration.ofMillis(1);
    children.add(
        engine.run(program, arguments, timeout, ended -> ended(ended, arguments, then, matters)));
    if (cancelled) {
      cancel();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    // Without effect on those that have ended.
    children.forEach(Processes.Child::cancel);
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void ended(
      Ended ended,
      List<String> arguments,
      Function<String, @Nullable AgentResult> then,
      String matters) {
    AgentResult result;
    if (ended.how() != Ended.How.EXITED) {
      result = Outcome.of(call, ended);
    } else if (ended.code() != 0) {
      result =
          Outcome.done(
              Outcome.RC_GENERIC,
              failure(ended, arguments) + (matters.isEmpty() ? "" : ": " + matters),
              took());
    } else {
      result = then.apply(ended.output());
    }
    if (result != null) {
      whenEnded.accept(result);
    }
  }

  /** The last line is the error; those before it tell what was done until then. */
  private String failure(Ended ended, List<String> arguments) {
    String said =
        ended.errors().lines().filter(line -> !line.isBlank()).reduce("", (a, line) -> line);
    return "`%s %s` ended with %d: %s"
        .formatted(program, String.join(" ", arguments), ended.code(), said.strip());
  }
}
