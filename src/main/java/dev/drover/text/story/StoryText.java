package dev.drover.text.story;

import dev.drover.plan.Executed;
import dev.drover.simulate.Performed;
import dev.drover.simulate.Round;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Verdict;
import dev.drover.text.report.ChangeReport;
import dev.drover.text.report.ExecutionReport;
import dev.drover.text.report.StatusReport;
import java.util.List;

/** What came of a scenario, as text: each step with its plans, then which expectations hold. */
public final class StoryText {
  private final StringBuilder text = new StringBuilder();
  private final boolean explained;

  private StoryText(boolean explained) {
    this.explained = explained;
  }

  /**
   * The report.
   *
   * @param name the scenario's name
   * @param explained whether each plan is followed by the rules and facts behind it
   */
  public static String of(String name, List<StepReport> steps, boolean explained) {
    StoryText story = new StoryText(explained);
    story.line("Scenario " + name);
    for (int i = 0; i < steps.size(); i++) {
      story.step(i + 1, steps.get(i));
    }
    long expected = steps.stream().mapToLong(step -> step.verdicts().size()).sum();
    long held =
        steps.stream().flatMap(step -> step.verdicts().stream()).filter(Verdict::holds).count();
    story.line("");
    story.line(held + " of " + expected + " expectations hold in " + name);
    return story.text.toString();
  }

  private void step(int number, StepReport step) {
    line("");
    line("Step " + number + ": " + step.step().sentence());
    line("");
    Round before = null;
    int again = 0;
    for (Round round : step.rounds()) {
      if (before != null && isSame(before, round)) {
        again++;
        continue;
      }
      again(again);
      again = 0;
      round(round);
      before = round;
    }
    again(again);
    for (StepReport.View view : step.views()) {
      if (step.views().size() > 1) {
        line("As " + String.join(" and ", view.side()) + " sees it:");
      }
      text.append(StatusReport.revised(view.assessment())).append('\n');
    }
    verdicts(step);
  }

  private void round(Round round) {
    if (round.performed().isEmpty()) {
      return;
    }
    line(round.at() + ", " + String.join(" and ", round.side()) + ":");
    text.append(ChangeReport.of(round.decision())).append('\n');
    if (explained) {
      text.append(ExplanationText.of(round.decision())).append('\n');
    }
    List<Executed> executed = round.performed().stream().map(Performed::executed).toList();
    text.append(ExecutionReport.of(round.decision(), executed)).append('\n');
  }

  private void again(int times) {
    if (times > 0) {
      line("(the same again, " + times + (times == 1 ? " time)" : " times)"));
      line("");
    }
  }

  private static boolean isSame(Round one, Round other) {
    return !one.performed().isEmpty()
        && one.side().equals(other.side())
        && one.performed().stream()
            .map(Performed::executed)
            .toList()
            .equals(other.performed().stream().map(Performed::executed).toList());
  }

  private void verdicts(StepReport step) {
    for (Verdict verdict : step.verdicts()) {
      line((verdict.holds() ? "  holds: " : "  FAILS: ") + verdict.expectation().sentence());
      if (verdict.instead() != null) {
        line("         " + verdict.instead());
      }
    }
    step.violations().forEach(broken -> line("  BROKEN PROMISE: " + broken));
    step.troubles().forEach(trouble -> line("  TROUBLE: " + trouble));
    step.notes().forEach(note -> line("  note: " + note));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
