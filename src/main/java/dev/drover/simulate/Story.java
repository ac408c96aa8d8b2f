package dev.drover.simulate;

import dev.drover.execute.ResourceNames;
import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.plan.Assessment;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Quorum;
import dev.drover.scenario.Scenario;
import dev.drover.scenario.Step;
import dev.drover.simulate.StepReport.View;
import dev.drover.simulate.World.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster in a pretended world, to which things happen step by step. */
public final class Story {
  private final Decider decider;
  private final World world;
  private final Membership membership;
  private final Conductor conductor;
  private final Happenings happenings;

  /**
   * Begins where a cluster state leaves off: what is reported to run does run.
   *
   * @param quorum how the membership layer counts
   * @param clock the time at the beginning
   */
  public Story(Decider decider, ClusterState cluster, Quorum quorum, Instant clock) {
    this.decider = decider;
    world = new World(clock);
    Assessment assessment = decider.decide(cluster, clock).before();
    populate(assessment);
    int members =
        (int) assessment.nodes().stream().filter(node -> node.kind() == NodeKind.MEMBER).count();
    Votes votes = new Votes(quorum, members, cluster.status().quorate());
    membership = new Membership(world, votes, cluster);
    Faults faults = new Faults();
    Monitors monitors = new Monitors(world, membership, faults);
    conductor = new Conductor(decider, world, membership, faults, monitors);
    happenings =
        new Happenings(
            world, membership, votes, faults, monitors, conductor, cluster.configuration());
  }

  private void populate(Assessment assessment) {
    for (NodeView node : assessment.nodes()) {
      if (node.kind() == NodeKind.MEMBER) {
        world.addMember(node.name());
        if (node.online() || node.pending()) {
          world.boot(node.name(), node.name() + " is up");
        }
        if (node.pending()) {
          world.stopAnswering(node.name(), node.name() + " has not joined yet");
        }
      }
    }
    ResourceNames names = new ResourceNames(assessment);
    assessment.resources().stream()
        .flatMap(ResourceView::primitives)
        .forEach(view -> populate(names, view));
    world.takeMoments();
  }

  private void populate(ResourceNames names, ResourceView view) {
    view.roles()
        .forEach(
            (node, role) -> {
              String service = names.configured(view.id());
              world.setRole(node, service, role, service + " runs on " + node, false);
            });
  }

  /** Tells a whole scenario, step by step. */
  public static List<StepReport> tell(Decider decider, Scenario scenario) {
    Story story = new Story(decider, scenario.cluster(), scenario.quorum(), scenario.clock());
    List<StepReport> reports = new ArrayList<>();
    for (Step step : scenario.steps()) {
      reports.add(story.tell(step, scenario.always()));
    }
    return List.copyOf(reports);
  }

  /**
   * Lets a step's events happen, waits until all is at rest, and judges.
   *
   * @param always what is expected besides what the step expects
   */
  public StepReport tell(Step step, List<Expectation> always) {
    Instant began = world.clock();
    Map<String, Map<String, Role>> before = world.running();
    for (Event event : step.events()) {
      happenings.happen(event);
    }
    conductor.settle();
    StepReport unjudged = report(step, began, before);
    Expectations expectations = new Expectations(unjudged);
    List<Verdict> verdicts =
        Stream.concat(step.expectations().stream(), always.stream())
            .map(expectations::judge)
            .toList();
    return new StepReport(
        step,
        began,
        unjudged.ended(),
        unjudged.configuration(),
        unjudged.rounds(),
        unjudged.views(),
        unjudged.moments(),
        before,
        unjudged.after(),
        verdicts,
        Promises.brokenIn(unjudged),
        unjudged.troubles(),
        unjudged.notes());
  }

  /** Judges by what came of a step that has been told. */
  public static Verdict judge(StepReport step, Expectation expectation) {
    return new Expectations(step).judge(expectation);
  }

  private StepReport report(Step step, Instant began, Map<String, Map<String, Role>> before) {
    List<View> views = membership.sides().stream().map(this::view).toList();
    List<Moment> moments = world.takeMoments();
    return new StepReport(
        step,
        began,
        world.clock(),
        happenings.configuration(),
        conductor.takeRounds(),
        views,
        moments,
        before,
        world.running(),
        List.of(),
        List.of(),
        conductor.takeTroubles(),
        conductor.takeNotes());
  }

  private View view(Side side) {
    Assessment assessment =
        Optional.ofNullable(side.lastDecision)
            .filter(decision -> !side.restless)
            .orElseGet(() -> decider.decide(side.state(), world.clock()))
            .before();
    return new View(side.members(), side.state(), assessment);
  }
}
