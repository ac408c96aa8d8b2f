package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What goes wrong on the loop is told, and does not end it. */
class LoopTest {
  @Test
  void anErrorIsToldAndTheNextTaskIsTakenUp() throws Exception {
    StringWriter said = new StringWriter();
    CountDownLatch next = new CountDownLatch(1);
    try (Loop loop = new Loop("test", new Journal(new PrintWriter(said, true)))) {
      loop.execute(
          () -> {
            throw new NoClassDefFoundError("dev/drover/Gone");
          });
      loop.execute(next::countDown);
      assertTrue(next.await(30, TimeUnit.SECONDS), "the loop has ended");
    }
    assertTrue(said.toString().contains("NoClassDefFoundError: dev/drover/Gone"), said.toString());
  }
}
