package dev.drover.agent.process;

import dev.drover.agent.process.Ended.How;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One program from its order to its only result. */
final class Job implements Runnable {
  private final Program program;
  private final Limits limits;
  private final Consumer<Ended> whenEnded;
  private final Consumer<Job> forget;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean cancelled;

  /**
   * A program to run.
   *
   * @param forget told once, before the result is given
   */
  Job(Program program, Limits limits, Consumer<Ended> whenEnded, Consumer<Job> forget) {
    this.program = program;
    this.limits = limits;
    this.whenEnded = whenEnded;
    this.forget = forget;
  }

  /** Runs the program when it is its turn. */
  @Override
  public void run() {
    if (cancelled) {
      endUnstarted(How.CANCELLED, "");
      return;
    }
    Process process;
    try {
      String refusal = refusal();
      if (refusal != null) {
        endUnstarted(How.NOT_STARTED, refusal);
        return;
      }
      process = ProcessGroup.launch(program);
    } catch (IOException | IllegalArgumentException e) {
      endUnstarted(How.NOT_STARTED, String.valueOf(e.getMessage()));
      return;
    }
    end(new Watch(process, program, limits, () -> cancelled).untilEnded());
  }

  /** Tells the program to end, now or as soon as it would start. */
  void cancel() {
    cancelled = true;
  }

  /** Gives the result of a program that never ran. */
  void endUnstarted(How how, String reason) {
    end(new Ended(how, -1, "", reason, Duration.ZERO));
  }

  private void end(Ended ended) {
    if (answered.compareAndSet(false, true)) {
      forget.accept(this);
      whenEnded.accept(ended);
    }
  }

  /** Why the program cannot be run; null where nothing speaks against it. */
  private @Nullable String refusal() {
    if (program.command().isEmpty() || !program.command().get(0).startsWith("/")) {
      return "a program is named by its absolute path, not as " + program.command();
    }
    Path path = Path.of(program.command().get(0));
    if (!Files.isRegularFile(path)) {
      return "there is no program `" + path + "`";
    }
    if (!Files.isExecutable(path)) {
      return "`" + path + "` is not executable";
    }
    if (program.input().getBytes(StandardCharsets.UTF_8).length > Limits.INPUT_BYTES) {
      return "the input of `" + path + "` is longer than " + Limits.INPUT_BYTES + " bytes";
    }
    return null;
  }
}
