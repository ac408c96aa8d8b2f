package dev.drover.daemon;

import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.fence.Timer;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import dev.drover.agent.process.Supervisor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Tells systemd that the daemon is ready and lives, where systemd asks for it (sd_notify(3)). The
 * message goes through {@code systemd-notify}, because Java cannot send datagrams to a socket file.
 */
public final class ServiceManager {
  private static final String SOCKET = "NOTIFY_SOCKET";

  /** So many signs of life fit into the time that systemd waits, so that one may be missing. */
  private static final int SIGNS = 4;

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final Processes processes;
  private final Timer timer;
  private final Journal journal;

  ServiceManager(
      Map<String, String> environment, Processes processes, Timer timer, Journal journal) {
    this.environment = environment;
    this.processes = processes;
    this.timer = timer;
    this.journal = journal;
  }

  /**
   * The daemon listens: says so, and from now on says that it lives, as often as is asked for and
   * as long as it does. Nothing is said where systemd did not start it.
   *
   * @param pulse whether the daemon lives, when it has that long to answer
   */
  public static void ready(Journal journal, Function<Duration, BooleanSupplier> pulse) {
    if (System.getenv(SOCKET) != null) {
      Supervisor programs = new Supervisor(Limits.usual(1));
      new ServiceManager(System.getenv(), programs, new MachineTimer(), journal).begin(pulse);
    }
  }

  void begin(Function<Duration, BooleanSupplier> pulse) {
    tell("--ready");
    String microseconds = environment.getOrDefault("WATCHDOG_USEC", "");
    if (microseconds.matches("\\d{4,15}")) {
      Duration interval = Duration.ofNanos(Long.parseLong(microseconds) * 1000 / SIGNS);
      BooleanSupplier lives = pulse.apply(interval);
      timer.after(interval, () -> live(interval, lives, true));
    }
  }

  private void live(Duration interval, BooleanSupplier lives, boolean before) {
    boolean now = lives.getAsBoolean();
    if (now) {
      tell("WATCHDOG=1");
    } else if (before) {
      journal.line("nothing is taken up any more: systemd gets no sign of life");
    }
    timer.after(interval, () -> live(interval, lives, now));
  }

  /** Without the program systemd gives up waiting, and its journal says why. */
  private void tell(String what) {
    Map<String, String> own =
        Map.of("PATH", Program.PATH, SOCKET, environment.getOrDefault(SOCKET, ""));
    processes.start(
        new Program(List.of("/usr/bin/systemd-notify", what), own, "", LONGEST), ended -> {});
  }
}
