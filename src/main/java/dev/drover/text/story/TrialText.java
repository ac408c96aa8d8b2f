package dev.drover.text.story;

import dev.drover.execute.Transition;
import dev.drover.simulate.Trial;
import dev.drover.text.report.ChangeReport;
import dev.drover.text.report.ExecutionReport;
import dev.drover.text.report.StatusReport;

/** A decision on one cluster state and what would come of it, as text. */
public final class TrialText {
  private TrialText() {}

  /**
   * The report.
   *
   * @param clock the line that says which clock was used, with its line end; empty for the present
   */
  public static String of(Trial trial, String clock) {
    StringBuilder text =
        new StringBuilder(clock).append(StatusReport.current(trial.start())).append('\n');
    if (!trial.modifications().isEmpty()) {
      text.append("Performing Requested Modifications:\n");
      trial.modifications().forEach(line -> text.append("  * ").append(line).append('\n'));
      text.append(clock).append('\n');
    }
    text.append(ChangeReport.of(trial.decision()));
    if (trial.preview() != null && trial.revised() != null) {
      text.append('\n').append(ExecutionReport.of(trial.decision(), trial.preview().executed()));
      if (trial.preview().ended() == Transition.State.STUCK) {
        text.append("The plan waits for itself: some of its actions can never begin\n");
      }
      text.append(clock).append('\n').append(StatusReport.revised(trial.revised()));
    }
    return text.toString();
  }
}
