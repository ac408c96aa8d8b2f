package dev.drover.agent.process;

import dev.drover.agent.process.Ended.How;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Follows one running program on one thread, from its start to its end. */
final class Watch {
  /** How long the thread rests at most: what is printed, and a cancellation, wait as long. */
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private final Process process;
  private final Limits limits;
  private final BooleanSupplier cancelled;
  private final Output output;
  private final Output errors;
  private final long began = System.nanoTime();

  private How how = How.EXITED;
  private boolean killed;

  /** When something is due next: the timeout, then the kill, then giving up. */
  private long due;

  Watch(Process process, Program program, Limits limits, BooleanSupplier cancelled) {
    this.process = process;
    this.limits = limits;
    this.cancelled = cancelled;
    this.output = new Output(process.getInputStream(), limits.outputBytes());
    this.errors = new Output(process.getErrorStream(), limits.outputBytes());
    Duration timeout = program.timeout();
    this.due = began + (timeout.compareTo(Limits.LONGEST) < 0 ? timeout : Limits.LONGEST).toNanos();
    write(program.input());
  }

  /** Waits for the end, and sees to it. A process that cannot be killed is left behind. */
  Ended untilEnded() {
    try {
      follow();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      how = How.CANCELLED;
      Thread.currentThread().interrupt();
    }
    output.finish();
    errors.finish();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    int code = how == How.EXITED ? process.exitValue() : -1;
    if (ProcessGroup.neverRan(code, errors.text())) {
      return new Ended(How.NOT_STARTED, -1, "", errors.text().strip(), took);
    }
    return new Ended(how, code, output.text(), errors.text(), took);
  }

  private void follow() throws InterruptedException {
    long pause = SHORTEST_PAUSE;
    boolean given = false;
    while (!given && !process.waitFor(pause, TimeUnit.NANOSECONDS)) {
      boolean printed = output.take() | errors.take();
      given = endIfDue();
      long rest = printed ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
      pause = Math.max(1, Math.min(rest, due - System.nanoTime()));
    }
    if (how != How.EXITED && !killed) {
      // The program obeyed; what it started may not have, and must not act after the result.
      ProcessGroup.signal(process, "KILL");
    }
  }

  /** Takes the next step towards the end where it is time to; true after the last. */
  private boolean endIfDue() throws InterruptedException {
    boolean isDue = System.nanoTime() - due >= 0;
    if (how == How.EXITED && (isDue || cancelled.getAsBoolean())) {
      how = isDue ? How.TIMED_OUT : How.CANCELLED;
      ProcessGroup.signal(process, "TERM");
    } else if (isDue && !killed) {
      killed = true;
      ProcessGroup.signal(process, "KILL");
    } else {
      return isDue;
    }
    due = System.nanoTime() + limits.grace().toNanos();
    return false;
  }

  /** Never waits: the pipe is empty, and holds as much as an input may have. */
  private void write(String input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The program ended, or closed its input: it need not read what it was given.
    }
  }
}
