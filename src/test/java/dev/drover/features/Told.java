package dev.drover.features;

import dev.drover.cli.Schedulers;
import dev.drover.model.ClusterState;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Quorum;
import dev.drover.scenario.Step;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Decider;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Story;
import dev.drover.simulate.Verdict;
import dev.drover.text.story.ExplanationText;
import dev.drover.text.story.StoryText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One scenario of a feature while it is told; Cucumber makes one for each. */
public final class Told {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  /** The rules are read once; a scheduler keeps nothing from one decision to the next. */
  private static final Scheduler SCHEDULER = Schedulers.of(Path.of("rules"));

  private final List<Event> pending = new ArrayList<>();
  private Story story;
  private StepReport last;

  void begin(ClusterState cluster, Quorum quorum) {
    Decider decider = SCHEDULER::explain;
    story = new Story(decider, cluster, quorum, BEGIN);
    tell();
  }

  /** Lets something happen, together with what else happens before the next question. */
  void happen(Event event) {
    pending.add(event);
  }

  private void tell() {
    last = story.tell(new Step(null, List.copyOf(pending), List.of()), List.of());
    pending.clear();
    if (!last.violations().isEmpty() || !last.troubles().isEmpty()) {
      throw new AssertionError(last.violations() + " " + last.troubles() + "\n" + report());
    }
  }

  /** Fails, with the plan and its reasons, where an expectation does not hold. */
  void expect(Expectation expectation) {
    if (!pending.isEmpty()) {
      tell();
    }
    Verdict verdict = Story.judge(last, expectation);
    if (!verdict.holds()) {
      throw new AssertionError(
          "expected: "
              + expectation.sentence()
              + "\n but: "
              + verdict.instead()
              + "\n\n"
              + report());
    }
  }

  private String report() {
    StringBuilder text = new StringBuilder(StoryText.of("this feature", List.of(last), false));
    last.rounds().stream()
        .filter(round -> !round.performed().isEmpty())
        .forEach(round -> text.append(ExplanationText.of(round.decision())));
    return text.toString();
  }
}
