package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Agent;
import dev.drover.model.config.ResourceConfig;
import dev.drover.plan.NodeView;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.scenario.AgentEvent;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.StepReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must hold whatever the configuration and whatever happens: of clusters with every feature,
 * thrown together. {@code -Ddrover.stories=1000} tries more of them, {@code -Ddrover.story=17}
 * tells one.
 *
 * <p>A group of which only some members find room, and what takes the rest of it, may stop each
 * other without end; parity with Pacemaker lists that.
 */
class GeneratedStoriesTest {
  private static final int STORIES = Integer.getInteger("drover.stories", 40);
  private static final Scheduler SCHEDULER = Policy.scheduler(Policy.rules());

  @Test
  void nothingIsBrokenWhateverHappens() {
    long only = Long.getLong("drover.story", 0);
    if (only > 0) {
      System.out.println(GeneratedStory.text(only));
    }
    LongStream seeds = only > 0 ? LongStream.of(only) : LongStream.rangeClosed(1, STORIES);
    Map<Integer, Integer> plans = new ConcurrentHashMap<>();
    List<String> broken =
        seeds
            .parallel()
            .mapToObj(seed -> brokenIn(seed, plans))
            .flatMap(List::stream)
            .sorted()
            .toList();
    System.out.println(
        "generated stories: " + new TreeMap<>(plans) + " decisions by plans until there is rest");
    assertEquals("", String.join("\n", broken));
  }

  private static List<String> brokenIn(long seed, Map<Integer, Integer> counted) {
    List<String> broken = new ArrayList<>();
    try {
      ScenarioRun run = ScenarioRun.run("story " + seed, GeneratedStory.of(seed), SCHEDULER);
      Set<String> loose = new HashSet<>();
      Unfenced unfenced = new Unfenced();
      for (int i = 0; i < run.reports().size(); i++) {
        StepReport step = run.reports().get(i);
        String where = "story " + seed + ", step " + (i + 1) + ": ";
        loose.addAll(startedByHand(step));
        step.configuration().resources().forEach(resource -> addUnfenced(resource, loose));
        Stream.of(step.violations(), Numbers.brokenIn(step), Replicas.brokenIn(step))
            .flatMap(List::stream)
            .filter(line -> loose.stream().noneMatch(line::contains))
            .forEach(line -> broken.add(where + line));
        unfenced.brokenIn(step).forEach(line -> broken.add(where + line));
        Moved.brokenIn(step).forEach(line -> broken.add(where + line));
        HandsOff.brokenIn(step).forEach(line -> broken.add(where + line));
        Joining.brokenIn(step).forEach(line -> broken.add(where + line));
        step.troubles().forEach(line -> broken.add(where + line));
        settled(step).forEach(line -> broken.add(where + line));
      }
      for (Asked asked : run.asked()) {
        Rest.Result end = Rest.plansUntil(SCHEDULER, asked);
        counted.merge(end.plans(), 1, Integer::sum);
        if (!end.left().isEmpty()) {
          broken.add(
              "story " + seed + " at " + asked.now() + ": plans come to no end: " + end.left());
        }
      }
    } catch (RuntimeException | StackOverflowError mistake) {
      broken.add("story " + seed + ": " + mistake + " at " + mistake.getStackTrace()[0]);
    }
    return broken;
  }

  /** Nobody has told the cluster of these, so it cannot count them. */
  private static List<String> startedByHand(StepReport step) {
    return step.step().events().stream()
        .filter(AgentEvent.StartedByHand.class::isInstance)
        .map(event -> ((AgentEvent.StartedByHand) event).resource())
        .toList();
  }

  /**
   * What needs no fencing, as no fence device and no connection does, may start while a lost node
   * still runs it.
   */
  private static void addUnfenced(ResourceConfig resource, Set<String> names) {
    Agent agent = resource.agent();
    boolean device = agent != null && agent.isFenceDevice();
    boolean connection = agent != null && agent.type().equals("remote");
    boolean less =
        resource.meta().stream()
            .map(set -> set.values().getOrDefault("requires", ""))
            .anyMatch(needed -> needed.equals("quorum") || needed.equals("nothing"));
    if (device || connection || less) {
      names.add(resource.id());
    }
    resource.members().forEach(member -> addUnfenced(member, names));
  }

  /** What holds at rest, where one side decides, has quorum, and is sure of every node. */
  private static List<String> settled(StepReport step) {
    if (step.views().size() != 1 || !step.notes().isEmpty()) {
      return List.of();
    }
    StepReport.View view = step.views().get(0);
    boolean unsure =
        !view.assessment().quorate()
            || view.assessment().nodes().stream().map(NodeView::unclean).anyMatch(u -> u != null);
    return unsure ? List.of() : Settled.brokenIn(view, step.ended());
  }
}
