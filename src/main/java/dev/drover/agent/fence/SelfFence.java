package dev.drover.agent.fence;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a node does to itself when it must not go on: asks the kernel to reboot or to cut the power
 * at once, without stopping anything, and where the kernel refuses, runs a command.
 */
public final class SelfFence {
  /** Where Linux takes such orders, as its documentation on SysRq tells. */
  public static final Path SYSRQ = Path.of("/proc/sysrq-trigger");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Map<FenceAction, Byte> KEYS =
      Map.of(FenceAction.REBOOT, (byte) 'b', FenceAction.OFF, (byte) 'o');

  private final Path sysrq;
  private final Map<FenceAction, List<String>> commands;
  private final Processes processes;

  /**
   * Ways to end this machine.
   *
   * @param sysrq {@link #SYSRQ}, but in tests
   * @param commands for reboot and off: an absolute path and its arguments, run where the kernel
   *     refuses
   */
  public SelfFence(Path sysrq, Map<FenceAction, List<String>> commands, Processes processes) {
    this.sysrq = sysrq;
    this.commands = Map.copyOf(commands);
    this.processes = processes;
  }

  /**
   * What came of it, for the little while that anybody can still read it.
   *
   * @param begun whether the machine is about to go
   * @param reason what was done, or why nothing could be
   */
  public record Outcome(boolean begun, String reason) {}

  /**
   * Ends this machine. The future never fails.
   *
   * @param action reboot or off
   */
  public CompletableFuture<Outcome> run(FenceAction action) {
    Byte key = KEYS.get(action);
    if (key == null) {
      return CompletableFuture.completedFuture(
          new Outcome(
              false,
              "a node cannot do `%s` to itself: expected `reboot` or `off`"
                  .formatted(action.word())));
    }
    try (FileChannel kernel = FileChannel.open(sysrq, StandardOpenOption.WRITE)) {
      kernel.write(ByteBuffer.wrap(new byte[] {key}));
      return CompletableFuture.completedFuture(new Outcome(true, "the kernel was told"));
    } catch (IOException e) {
      return command(action, "`" + sysrq + "` cannot be written: " + e.getMessage());
    }
  }

  private CompletableFuture<Outcome> command(FenceAction action, String refusal) {
    List<String> command = commands.getOrDefault(action, List.of());
    if (command.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Outcome(false, refusal + "; no command is configured for it"));
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    processes.start(
        new Program(command, Map.of("PATH", Program.PATH), "", TIMEOUT),
        ended -> outcome.complete(ofCommand(command.get(0), refusal, ended)));
    return outcome;
  }

  private static Outcome ofCommand(String program, String refusal, Ended ended) {
    if (ended.how() == Ended.How.EXITED && ended.code() == 0) {
      return new Outcome(true, refusal + "; `" + program + "` was run");
    }
    return new Outcome(
        false,
        "%s; `%s` failed: %s %d %s"
            .formatted(refusal, program, ended.how(), ended.code(), ended.errors().strip()));
  }
}
