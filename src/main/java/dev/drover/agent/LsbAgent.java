package dev.drover.agent;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import dev.drover.agent.watch.Mark;
import dev.drover.model.Agent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Init scripts of the LSB: executable files in one folder.
 *
 * <p>They know {@code start}, {@code stop} and {@code status}, which is what a monitor asks; every
 * other task is rc 3 with status 3 (not supported). They take no parameters. A missing script is rc
 * 5 with status 7 (not installed).
 */
public final class LsbAgent implements ResourceAgent {
  private static final Map<String, String> ARGUMENTS =
      Map.of("start", "start", "stop", "stop", "monitor", "status", "status", "status");

  private final Path folder;
  private final Script scripts;

  /**
   * Scripts in a folder.
   *
   * @param folder absolute; {@code /etc/init.d} on most machines
   */
  public LsbAgent(Path folder, Processes processes) {
    this.folder = folder;
    this.scripts = new Script(processes);
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    String argument = ARGUMENTS.get(call.task());
    if (argument == null) {
      return Script.answer(
          Outcome.notSupported("init scripts do not know `%s`".formatted(call.task())), whenEnded);
    }
    Path file = Script.below(folder, call.agent().type());
    if (file == null) {
      return Script.answer(
          Outcome.notInstalled(
              "`%s` is no script's name: expected a file's name".formatted(call.agent())),
          whenEnded);
    }
    boolean isStatus = argument.equals("status");
    return scripts.run(
        file,
        argument,
        call,
        Map.of("PATH", Program.PATH, Mark.VARIABLE, Mark.value(call)),
        ended -> Outcome.of(call, inOcfCodes(isStatus, ended)),
        whenEnded);
  }

  /** True where there is a script of the agent's name, whether or not it may be run. */
  boolean isInstalled(Agent agent) {
    Path file = Script.below(folder, agent.type());
    return file != null && Files.isRegularFile(file);
  }

  private static Ended inOcfCodes(boolean isStatus, Ended ended) {
    if (ended.how() != Ended.How.EXITED) {
      return ended;
    }
    int code = isStatus ? ofStatus(ended.code()) : ofOther(ended.code());
    return new Ended(ended.how(), code, ended.output(), ended.errors(), ended.took());
  }

  /**
   * A status code as Pacemaker reads it: a dead service that left its process id or its lock behind
   * is one that does not run, and one whose state the script does not know has failed.
   */
  private static int ofStatus(int code) {
    return switch (code) {
      case 0 -> Outcome.RC_OK;
      case 1, 2, 3 -> Outcome.RC_NOT_RUNNING;
      case 150 -> Outcome.RC_NOT_INSTALLED;
      case 151 -> Outcome.RC_PERMISSION;
      default -> ofSignal(code);
    };
  }

  /** Up to 7 both standards agree; what is above is an error that the other does not know. */
  private static int ofOther(int code) {
    return code <= Outcome.RC_NOT_RUNNING ? code : ofSignal(code);
  }

  private static int ofSignal(int code) {
    return Outcome.isSignal(code) ? code : Outcome.RC_GENERIC;
  }
}
