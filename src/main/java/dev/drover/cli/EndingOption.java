package dev.drover.cli;

import dev.drover.daemon.Journal;
import dev.drover.daemon.ServiceManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a node that runs until SIGTERM ends. */
final class EndingOption {
  @Option(
      names = "--stop-within",
      paramLabel = "SECONDS",
      defaultValue = "1200",
      description =
          "How long resources may take to go elsewhere at the end, in seconds (default: ${DEFAULT-VALUE}). 0 leaves them as they are.")
  private int stopWithin;

  /**
   * Says that the node is ready, and waits for its end.
   *
   * @param pulse whether the node lives, when it has that long to answer
   * @param leave completes once nothing runs on the node any more; null where nothing ever does
   * @return the exit code
   */
  int await(
      Journal journal,
      Function<Duration, BooleanSupplier> pulse,
      @Nullable Supplier<CompletableFuture<Void>> leave,
      Runnable close)
      throws InterruptedException {
    ServiceManager.ready(journal, pulse);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (leave != null && stopWithin > 0) {
                    await(leave.get(), journal);
                  }
                  close.run();
                  ended.countDown();
                },
                "stop"));
    ended.await();
    return ExitCode.OK.number();
  }

  private void await(CompletableFuture<Void> left, Journal journal) {
    try {
      left.get(stopWithin, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      journal.line("resources have not gone elsewhere within " + stopWithin + " s");
    } catch (ExecutionException | InterruptedException e) {
      journal.line("leaving: " + e.getMessage());
    }
  }
}
