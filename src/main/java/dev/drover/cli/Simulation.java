package dev.drover.cli;

import dev.drover.model.ClusterState;
import dev.drover.plan.Because;
import dev.drover.plan.Decision;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Scenario;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Decider;
import dev.drover.simulate.Preview;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Story;
import dev.drover.simulate.Trial;
import dev.drover.simulate.UnknownNameException;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.Suggest;
import dev.drover.text.report.JsonReport;
import dev.drover.text.report.ScoreReport;
import dev.drover.text.report.StatusReport;
import dev.drover.text.story.ExplanationText;
import dev.drover.text.story.StoryJson;
import dev.drover.text.story.StoryText;
import dev.drover.text.story.TrialText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simulates one input after the other with the same scheduler and options. */
final class Simulation {
  /** What an answer is to hold. */
  record Wish(boolean carryOut, boolean scores, boolean explain, Simulate.OutputForm form) {}

  /**
   * What came of one input.
   *
   * @param text the whole answer, as it is printed
   * @param holds whether everything holds that was expected
   * @param trial for a cluster, the decision and what came of it; null for a scenario
   */
  record Answer(String text, boolean holds, @Nullable Trial trial) {}

  private final Supplier<Scheduler> begun;
  private @Nullable Scheduler scheduler;
  private final InjectionOptions injected;
  private final Simulate.@Nullable Clock clock;
  private final Wish wish;

  Simulation(
      Supplier<Scheduler> begun,
      InjectionOptions injected,
      Simulate.@Nullable Clock clock,
      Wish wish) {
    this.begun = begun;
    this.injected = injected;
    this.clock = clock;
    this.wish = wish;
  }

  /**
   * Simulates a file.
   *
   * @throws InputException where the file, or what is to be injected into it, makes no sense
   */
  Answer of(Path file) throws IOException, InputException {
    Input input = Input.read(file);
    return input instanceof Input.Cluster cluster
        ? answer(file, cluster.cluster())
        : answer(((Input.Story) input).scenario());
  }

  private Answer answer(Path file, ClusterState state) throws InputException {
    Trial trial;
    try {
      trial =
          Trial.of(
              decider(wish.explain),
              state,
              injected.injections(),
              injected.failures(),
              now(state, clock),
              wish.carryOut);
    } catch (UnknownNameException unknown) {
      String maybe =
          Suggest.closest(unknown.name(), unknown.known())
              .map(name -> "`" + name + "` is meant")
              .orElse(null);
      throw new InputException(
          new InputProblem(file.toString(), 0, 0, unknown.name(), unknown.expected(), maybe));
    }
    return new Answer(
        wish.form == Simulate.OutputForm.JSON ? json(trial) : text(trial), true, trial);
  }

  /** Decides, and explains only what somebody asks about: few decisions of a scenario are. */
  private Decider onDemand() {
    Decider plain = decider(false);
    Decider explaining = decider(true);
    return (state, now) -> {
      Decision decision = plain.decide(state, now);
      return decision.explainedBy(new Reasons(() -> explaining.decide(state, now).trace()));
    };
  }

  /** A trace that is made when it is read. */
  private static final class Reasons extends AbstractList<Because> {
    private final Supplier<List<Because>> source;
    private @Nullable List<Because> made;

    Reasons(Supplier<List<Because>> source) {
      this.source = source;
    }

    private List<Because> made() {
      List<Because> known = made == null ? source.get() : made;
      made = known;
      return known;
    }

    @Override
    public Because get(int index) {
      return made().get(index);
    }

    @Override
    public int size() {
      return made().size();
    }
  }

  private Decider decider(boolean explained) {
    Scheduler ready = scheduler == null ? begun.get() : scheduler;
    scheduler = ready;
    return remembering(explained ? ready::explain : ready::decide);
  }

  /**
   * The same state at the same moment gives the same decision: it need not be made twice in a row.
   */
  private static Decider remembering(Decider decider) {
    return new Decider() {
      private @Nullable ClusterState state;
      private @Nullable Instant moment;
      private @Nullable Decision decision;

      @Override
      public Decision decide(ClusterState asked, Instant now) {
        Decision known = decision;
        if (known == null || !now.equals(moment) || !asked.equals(state)) {
          known = decider.decide(asked, now);
          state = asked;
          moment = now;
          decision = known;
        }
        return known;
      }
    };
  }

  /**
   * The clock to decide by: the one that was set, the one recorded with the state, or the present.
   */
  static Instant now(ClusterState state, Simulate.@Nullable Clock clock) {
    if (clock != null) {
      return clock.instant();
    }
    Long recorded = state.status().executionDate();
    return recorded == null ? Instant.now() : Instant.ofEpochSecond(recorded);
  }

  private String text(Trial trial) {
    StringBuilder text = new StringBuilder(TrialText.of(trial, clockLine(trial)));
    if (wish.scores) {
      text.append(ScoreReport.of(trial.decision().scores()));
    }
    if (wish.explain) {
      text.append('\n').append(ExplanationText.of(trial.decision()));
    }
    return text.toString();
  }

  private String clockLine(Trial trial) {
    if (clock != null) {
      return "Setting effective cluster time: " + clock.text() + "\n";
    }
    Long recorded = trial.state().status().executionDate();
    return recorded == null ? "" : StatusReport.executionDate(recorded);
  }

  private static String json(Trial trial) {
    Preview.Result preview = trial.preview();
    return JsonReport.of(
        trial.decision(),
        preview == null ? null : preview.executed(),
        trial.revised(),
        trial.state().status().executionDate());
  }

  private Answer answer(Scenario scenario) {
    boolean asksForReasons =
        Stream.concat(
                scenario.always().stream(),
                scenario.steps().stream().flatMap(step -> step.expectations().stream()))
            .anyMatch(Expectation.Because.class::isInstance);
    List<StepReport> steps =
        Story.tell(asksForReasons ? onDemand() : decider(wish.explain), scenario);
    String text =
        wish.form == Simulate.OutputForm.JSON
            ? StoryJson.of(scenario, steps)
            : StoryText.of(scenario.name(), steps, wish.explain);
    return new Answer(text, steps.stream().allMatch(StepReport::holds), null);
  }
}
