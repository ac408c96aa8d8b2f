package dev.drover.agent.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Real programs for tests: small shell scripts, and waiting for them. */
public final class Shell {
  /** Long enough that it never ends a program on a busy machine. */
  public static final Duration LONG = Duration.ofMinutes(1);

  /** Little enough that tests are quick. */
  public static final Limits LIMITS = new Limits(2, 8, 64 * 1024, Duration.ofMillis(200));

  /**
   * An OCF agent whose service is one process; its number is in the file {@code pid} of a folder,
   * and a line in {@code calls} for each monitor that found it well. A process that has ended and
   * that nobody has taken note of is dead, too: only its command line tells.
   */
  public static final String DAEMON =
      """
      #!/bin/sh
      pid="%1$s/pid"
      runs() { [ -e "$pid" ] && grep -q sleep "/proc/$(cat "$pid")/cmdline" 2>/dev/null; }
      case "$1" in
        start)
          setsid sleep 300 </dev/null >/dev/null 2>&1 &
          echo $! >"$pid"
          until runs; do :; done ;;
        stop) kill -9 "$(cat "$pid")" 2>/dev/null; rm -f "$pid" ;;
        monitor) runs || exit 7; echo well >>"%1$s/calls" ;;
      esac
      """;

  private Shell() {}

  static Program script(String text, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", text, "script"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return program(command);
  }

  static Program program(List<String> command) {
    return new Program(command, Map.of("PATH", "/usr/bin:/bin"), "", LONG);
  }

  static CompletableFuture<Ended> start(Supervisor supervisor, Program program) {
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    supervisor.start(program, ended::complete);
    return ended;
  }

  static Ended run(Supervisor supervisor, Program program) {
    return soon(start(supervisor, program));
  }

  /** What is to come within a time in which it comes on every machine. */
  public static <T> T soon(CompletableFuture<T> future) {
    return future.orTimeout(40, TimeUnit.SECONDS).join();
  }

  /**
   * Writes an executable file. Another process does it: one that this JVM starts at the same time
   * would hold the file open for writing, and then nobody may run it.
   */
  public static Path executable(Path file, String text) {
    try (Supervisor supervisor = new Supervisor(LIMITS)) {
      Program write = script("mkdir -p \"$(dirname $1)\"; cat >$1; chmod 755 $1", file);
      run(supervisor, new Program(write.command(), write.environment(), text, LONG));
      return file;
    }
  }
}
