package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Executed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryReportTest {
  @Test
  void sectionsFollowEachOtherWithTheClockBeforeEachStatus() {
    DecisionBuilder plan = new DecisionBuilder().nodes(node("a")).resource(primitive("p"));
    Decision decision = plan.next("p", Role.STARTED, "a").does("p", "start", "a", null).build();
    Decision after =
        new DecisionBuilder().nodes(node("a")).resource(primitive("p").on("a")).build();
    List<Executed> executed = List.of(Executed.done(decision.plan().actions().get(0), 0));
    assertEquals(
        """
        Using the original execution date of: 1970-01-01 00:01:00Z
        Current cluster status:
          * Node List:
            * Online: [ a ]

          * Full List of Resources:
            * p\t(ocf:acme:shop):\t Stopped

        Transition Summary:
          * Start      p       (     a )

        Executing Cluster Transition:
          * Resource action: p               start on a
        Using the original execution date of: 1970-01-01 00:01:00Z

        Revised Cluster Status:
          * Node List:
            * Online: [ a ]

          * Full List of Resources:
            * p\t(ocf:acme:shop):\t Started a
        """,
        SummaryReport.simulated(
            decision, executed, after.before(), StatusReport.executionDate(60)));
  }
}
