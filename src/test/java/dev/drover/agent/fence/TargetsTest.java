package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.process.Ended.How;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which device can fence which node, and how that is known. */
class TargetsTest {
  private final Bench bench = new Bench();

  @Test
  void listAndMapNameTheNodesWithoutRegardToCase() {
    Device device = Bench.made("a", "pcmk_host_list", "n1, n2", "pcmk_host_map", "n3:3");
    assertEquals(new Reach(true, "`N2` is on its list"), reach(device, "N2"));
    assertEquals(new Reach(true, "`n3` is on its list"), reach(device, "n3"));
    assertEquals(
        new Reach(false, "`n4` is not in its pcmk_host_list or pcmk_host_map"),
        reach(device, "n4"));
    assertEquals(List.of(), bench.agents.calls());
  }

  @Test
  void withoutAnyCheckEveryNodeIsReached() {
    Device device = Bench.made("a", "pcmk_host_check", "none");
    assertEquals(new Reach(true, "it is taken to reach every node"), reach(device, "n9"));
  }

  @Test
  void deviceThatCanListIsAskedOnceAMinute() {
    Device device = asked("list", "status", "off");
    bench.agents.on(
        "fence_a list", FakeAgents.prints("n1,alias\nn2;x\n"), FakeAgents.prints("n3\n"));
    assertEquals(new Reach(true, "it lists `n1`"), reach(device, "n1"));
    assertEquals(new Reach(true, "it lists `n2`"), reach(device, "n2"));
    assertEquals(new Reach(false, "it does not list `n3`"), reach(device, "n3"));
    assertEquals(List.of("0 fence_a list -"), bench.agents.calls());
    bench.time.pass(Duration.ofSeconds(60));
    assertEquals(new Reach(true, "it lists `n3`"), reach(device, "n3"));
    assertEquals(2, bench.agents.calls().size());
  }

  @Test
  void lastListCountsWhereThereIsNoNewOne() {
    Device device = asked("list", "off");
    bench.agents.on("fence_a list", FakeAgents.prints("n1"), FakeAgents.fails("unplugged"));
    reach(device, "n1");
    bench.time.pass(Duration.ofSeconds(60));
    assertEquals(
        new Reach(true, "it lists `n1`, as it last said; now it does not: unplugged"),
        reach(device, "n1"));
  }

  @Test
  void deviceThatNeverListedIsAskedForTheStatusUnlessConfiguredOtherwise() {
    bench.agents.on("fence_a list", FakeAgents.fails("no list"));
    assertEquals(
        new Reach(true, "it knows the status of `n1`"), reach(asked("list", "status"), "n1"));
    Device listing = Bench.made("a", "pcmk_host_list", "", "pcmk_host_check", "dynamic-list");
    assertEquals(
        new Reach(false, false, "it does not say whom it reaches: no list"), reach(listing, "n1"));
  }

  @Test
  void deviceThatKnowsWhetherANodeHasPowerReachesIt() {
    Device device = asked("status", "off");
    FakeAgents.Answer off = new FakeAgents.Answer(Duration.ZERO, How.EXITED, 2, "it is off");
    bench.agents.on("fence_a status", off, FakeAgents.fails("no such plug"));
    assertEquals(new Reach(true, "it knows the status of `n1`"), reach(device, "n1"));
    assertEquals(
        new Reach(false, false, "it does not know the status of `n1`: no such plug"),
        reach(device, "n1"));
  }

  @Test
  void deviceWithoutAgentReachesNobody() {
    assertEquals(
        new Reach(false, false, "`fence_a` is not installed"),
        reach(Bench.made("a", "pcmk_host_list", ""), "n1"));
  }

  @Test
  void namesAreTakenFromListsOfAllForms() {
    assertEquals(
        Set.of("n1", "1", "n2", "vm.example", "n-3"),
        ListedHosts.of("n1,1\n n2 \tvm.example; ;OFF\n\nn-3,on\ninvalid option foo\n"));
  }

  private Device asked(String... actions) {
    bench.agents.knows("fence_a", "port", actions);
    return Bench.made("a", "pcmk_host_list", "");
  }

  private Reach reach(Device device, String node) {
    CompletableFuture<Reach> reach = bench.targets.reach(device, node, Bench.TIMEOUT);
    bench.time.pass(Duration.ofSeconds(2));
    return reach.join();
  }
}
