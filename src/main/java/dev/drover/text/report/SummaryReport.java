package dev.drover.text.report;

import dev.drover.plan.Assessment;
import dev.drover.plan.Decision;
import dev.drover.plan.Executed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole answer of a simulation, as text: status, summary, execution, revised status. */
public final class SummaryReport {
  private SummaryReport() {}

  /**
   * Tells what is decided, and nothing of carrying it out.
   *
   * @param date the clock that was recorded with the state, in seconds since 1970; null where none
   *     was
   */
  public static String planned(Decision decision, @Nullable Long date) {
    return dateLine(date)
        + StatusReport.current(decision.before())
        + "\n"
        + ChangeReport.of(decision);
  }

  /**
   * Tells what is decided, what was carried out, and how the cluster stands then.
   *
   * @param date the clock that was recorded with the state, in seconds since 1970; null where none
   *     was
   */
  public static String simulated(
      Decision decision, List<Executed> executed, Assessment revised, @Nullable Long date) {
    return planned(decision, date)
        + "\n"
        + ExecutionReport.of(decision, executed)
        + dateLine(date)
        + "\n"
        + StatusReport.revised(revised);
  }

  private static String dateLine(@Nullable Long date) {
    return date == null ? "" : StatusReport.executionDate(date);
  }
}
