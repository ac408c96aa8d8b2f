package dev.drover.agent.process;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program with all that it started, in a session of its own. */
final class ProcessGroup {
  private static final String FAILED = "setsid: failed to execute";
  private static final long SIGNAL_SECONDS = 5;

  private ProcessGroup() {}

  /**
   * Starts a program. A process that the JVM starts leads no group, so that {@code setsid} need not
   * fork: the program keeps the process's id, and the group has the same.
   */
  static Process launch(Program program) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid", "--wait"));
    command.addAll(program.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    // A program that stays must not keep a file system busy.
    builder.directory(new File("/"));
    return builder.start();
  }

  /** True where an end with this code and message means that the program never ran. */
  static boolean neverRan(int code, String errors) {
    return (code == 126 || code == 127) && errors.startsWith(FAILED);
  }

  /**
   * Sends a signal, such as {@code TERM}, to all of the group, also after its first process ended.
   */
  static void signal(Process process, String name) throws InterruptedException {
    if (!signalled(Long.toString(process.pid()), name)) {
      // The program was started so recently that it does not have its group yet, or all have ended.
      if (name.equals("KILL")) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
    }
  }

  private static boolean signalled(String group, String name) throws InterruptedException {
    // The JDK signals single processes only. A shell has `kill` built in; as a program it may be
    // missing.
    ProcessBuilder kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" -- \"-$2\"", "kill", name, group)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process sending = kill.start();
      return sending.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS) && sending.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
