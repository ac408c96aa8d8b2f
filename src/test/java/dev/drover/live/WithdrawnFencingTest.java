package dev.drover.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of fencing that nobody asks for any more. */
class WithdrawnFencingTest {
  private static Bench running() throws Exception {
    Bench bench = new Bench("scenarios/validator-pair/cluster.yaml");
    bench.up("pcmk1", "pcmk2");
    bench.settle();
    bench.news.clear();
    return bench;
  }

  @Test
  void whoIsBackBeforeItIsFencedIsNot() throws Exception {
    Bench bench = running();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = bench.fences.values().iterator().next();
    assertEquals(List.of(), bench.withdrawn);
    bench.coordinator.look(Bench.NOW);
    assertEquals(List.of(), bench.withdrawn, "it is asked for still");
    bench.up("pcmk1");
    assertEquals(List.of(fence), bench.withdrawn);
    bench.coordinator.look(Bench.NOW);
    assertEquals(List.of(fence), bench.withdrawn, "told once");
    bench.coordinator.fenced(fence, false, "nobody asks for it any more", Bench.NOW);
    bench.settle();
    assertFalse(bench.coordinator.isBusy());
    bench.fences.clear();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob next = bench.fences.values().iterator().next();
    assertEquals(0, next.failures(), "that was no failure");
    assertEquals(fence.delayMs(), next.delayMs());
  }

  @Test
  void whoIsLostAgainBeforeTheFencingIsLetBeIsFencedAnew() throws Exception {
    Bench bench = running();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = bench.fences.values().iterator().next();
    bench.up("pcmk1");
    bench.coordinator.lost("pcmk1", Bench.NOW);
    assertEquals(1, bench.fences.size(), "the first may go on as well");
    bench.coordinator.fenced(fence, false, "nobody asks for it any more", Bench.NOW);
    assertEquals(2, bench.fences.size());
  }
}
