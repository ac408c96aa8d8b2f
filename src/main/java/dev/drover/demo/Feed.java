package dev.drover.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows what happens in the cluster, as it happens. */
final class Feed implements AutoCloseable {
  private static final long PAUSE_MS = 1000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.S").withZone(ZoneId.systemDefault());

  private final Operator operator;
  private final Screen screen;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "feed");
            made.setDaemon(true);
            return made;
          });
  private long last;

  Feed(Operator operator, Screen screen) {
    this.operator = operator;
    this.screen = screen;
  }

  /** Shows from now on what is new. */
  void begin() {
    var unused = thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      operator.events(last).lines().forEach(this::show);
    } catch (IOException nobodyLeads) {
      // whoever leads next tells all that happened meanwhile
    }
  }

  private void show(String line) {
    String[] parts = line.split(" ", 3);
    last = Long.parseLong(parts[0]);
    if (isWorthTelling(parts[2])) {
      screen.say("  " + TIME.format(Instant.parse(parts[1])) + "  " + parts[2]);
    }
  }

  /** That a look was taken is told where it finds something else than was expected. */
  private static boolean isWorthTelling(String line) {
    return !line.startsWith("probe of ") && !line.startsWith("monitor of ")
        || line.contains(" ended with ")
        || line.contains(" timed out");
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
