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
   * @param clock what is said of the clock, such as {@link StatusReport#executionDate}; null for
   *     nothing
   */
  public static String planned(Decision decision, @Nullable String clock) {
    return note(clock) + StatusReport.current(decision.before()) + "\n" + ChangeReport.of(decision);
  }

  /**
   * Tells what is decided, what was carried out, and how the cluster stands then.
   *
   * @param clock what is said of the clock, such as {@link StatusReport#executionDate}; null for
   *     nothing
   */
  public static String simulated(
      Decision decision, List<Executed> executed, Assessment revised, @Nullable String clock) {
    return planned(decision, clock)
        + "\n"
        + ExecutionReport.of(decision, executed)
        + note(clock)
        + "\n"
        + StatusReport.revised(revised);
  }

  private static String note(@Nullable String clock) {
    return clock == null ? "" : clock;
  }
}
