package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What a member does when it is asked to fence, once or again. */
class FenceOrdersTest {
  private static final FenceJob JOB = new FenceJob(new Token(1, 1, 4), 7, "x", "off", 0, 0, 60_000);

  private final List<BiConsumer<Boolean, String>> begun = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Token newest = new Token(1, 1, 4);

  private final FenceOrders orders =
      new FenceOrders(
          token -> token.isSameTenure(newest) || token.compareTo(newest) >= 0,
          (job, by, ended) -> begun.add(ended),
          (node, letter) -> said.add(node + " " + ((Letter.Fenced) letter).reason()));

  @Test
  void whatWasDoneIsToldAgainAndNotDoneAgain() {
    orders.asked("a", JOB);
    orders.asked("a", JOB);
    assertEquals(1, begun.size(), "it is under way");
    begun.get(0).accept(true, "by power");
    assertEquals(List.of("a by power"), said);
    orders.asked("a", JOB);
    assertEquals(1, begun.size(), "it is done");
    assertEquals(List.of("a by power", "a by power"), said);
  }

  @Test
  void anOrderThatIsOutOfDateIsAnswered() {
    newest = new Token(1, 2, 0);
    orders.asked("a", JOB);
    assertEquals(List.of(), begun);
    assertEquals(List.of("a the order is out of date"), said);
  }
}
