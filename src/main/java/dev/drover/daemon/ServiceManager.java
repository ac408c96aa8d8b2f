package dev.drover.daemon;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells systemd that the daemon is ready and lives, where systemd asks for it (sd_notify(3)). The
 * message goes through {@code systemd-notify}, because Java cannot send datagrams to a socket file.
 */
public final class ServiceManager {
  private static final long MOST_SECONDS = 5;

  private ServiceManager() {}

  /** The daemon listens: says so, and from now on says that it lives, as often as is asked for. */
  public static void ready() {
    if (System.getenv("NOTIFY_SOCKET") == null) {
      return;
    }
    tell("--ready");
    String microseconds = System.getenv("WATCHDOG_USEC");
    if (microseconds != null && microseconds.matches("\\d{4,15}")) {
      long half = Long.parseLong(microseconds) / 2;
      ScheduledExecutorService clock =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread made = new Thread(task, "watchdog");
                made.setDaemon(true);
                return made;
              });
      var unused =
          clock.scheduleAtFixedRate(() -> tell("WATCHDOG=1"), half, half, TimeUnit.MICROSECONDS);
    }
  }

  private static void tell(String what) {
    try {
      Process told =
          new ProcessBuilder("systemd-notify", what)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!told.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        told.destroyForcibly();
      }
    } catch (IOException e) {
      // Without the program systemd gives up waiting, and its journal says why.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
