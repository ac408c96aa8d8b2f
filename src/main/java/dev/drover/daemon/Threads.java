package dev.drover.daemon;

import dev.drover.net.Workers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of a node's connections; several nodes of one process may share them. */
final class Threads implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "heartbeats"));
  private final Workers workers = new Workers();

  /** Beats, and calls again. */
  ScheduledExecutorService timer() {
    return timer;
  }

  /** Send and receive. */
  Workers workers() {
    return workers;
  }

  @Override
  public void close() {
    workers.close();
    timer.shutdownNow();
  }
}
