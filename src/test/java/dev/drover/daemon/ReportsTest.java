package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.Agent;
import dev.drover.plan.Call;
import dev.drover.text.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a node reports where it has much to tell. */
class ReportsTest {
  private static final Agent DUMMY = new Agent("ocf", "heartbeat", "Dummy");
  private static final int MOST = 64 * 1024;

  private static NodeReport report(int results) {
    Order order =
        new Order(
            "a",
            false,
            OperationLog.Entry.plain("web", "web", DUMMY, "monitor", 10_000, 0),
            false,
            null,
            true,
            Map.of());
    Assignment work =
        new Assignment(
            new Token(1, 1, 1), 1, order, new Call(DUMMY, Map.of(), Map.of(), 20_000, 0, "d"));
    List<Finished> finished =
        LongStream.rangeClosed(1, results)
            .mapToObj(serial -> new Finished(serial, true, work, ActionResult.exited(7)))
            .toList();
    return new NodeReport("a", "boot", List.of(), finished);
  }

  @Test
  void whatFitsIsToldWhole() {
    assertEquals(new Letter.Report(report(20)), Reports.letter(report(20), MOST));
  }

  @Test
  void whereItIsTooMuchTheNewestAreTold() {
    Letter.Report letter = Reports.letter(report(2000), MOST);
    List<Finished> told = letter.report().finished();
    assertTrue(Wire.bytes(letter).length <= MOST);
    assertTrue(told.size() > 50, () -> told.size() + " are told");
    assertEquals(2000, told.get(told.size() - 1).serial());
    assertEquals(2000 - told.size() + 1, told.get(0).serial());
  }
}
