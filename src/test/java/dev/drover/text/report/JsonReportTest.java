package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.bundle;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Because;
import dev.drover.plan.BundleView;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Executed;
import dev.drover.plan.ScoreLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private final ObjectMapper mapper = new ObjectMapper();
  private final DecisionBuilder plan =
      new DecisionBuilder().nodes(node("a"), node("b").offline().unclean());

  @Test
  void aChangeIsToldWithItsReason() throws IOException {
    plan.resource(primitive("till").on("a")).next("till", Role.STARTED, "b");
    plan.does("till", "stop", "a", "node availability")
        .does("till", "start", "b", null)
        .order(1, 2, true);
    JsonNode report = mapper.readTree(JsonReport.of(plan.build(), null, null, null));

    assertEquals(
        mapper.readTree(
            """
            {"resource": "till", "change": "move", "role": "started", "nextRole": "started", "from": "a", "to": "b",
             "blocked": false, "reason": "node availability"}
            """),
        report.at("/changes/0"));
    assertEquals("UNCLEAN (offline)", report.at("/currentStatus/nodes/1/state").asText());
    assertEquals("started", report.at("/currentStatus/resources/0/activeOn/a").asText());
    assertEquals(1, report.at("/actions/1/after/0").asInt());
    assertFalse(report.has("executed"), "a plan that was not carried out has no execution");
    assertFalse(report.has("revisedStatus"));
  }

  @Test
  void whatWasCarriedOutIsToldInOrder() throws IOException {
    plan.resource(primitive("till"))
        .does("till", "start", "a", null)
        .does("till", "monitor", "a", null);
    Decision decision = plan.build();
    List<Executed> executed =
        List.of(
            new Executed(decision.plan().actions().get(1), true, 7),
            Executed.done(decision.plan().actions().get(0), 0));
    JsonNode report = mapper.readTree(JsonReport.of(decision, executed, decision.before(), 60L));
    assertEquals(
        mapper.readTree(
            "{\"action\": 2, \"key\": \"till_monitor_0\", \"node\": \"a\", \"failed\": true,"
                + " \"exitCode\": 7}"),
        report.at("/executed/0"));
    assertEquals(1, report.at("/executed/1/action").asInt());
    assertEquals(60, report.at("/executionDate").asInt());
  }

  @Test
  void onlyMembersThatTheSchemaDescribesAreWritten() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                mapper.readTree(Path.of("docs/schema/simulate-output.schema.json").toFile()));
    BundleView parts =
        new BundleView("img", List.of(new BundleView.Replica(0, null, null, "box", null, null)));
    plan.resource(
        bundle(
            "v", parts, primitive("box").on("a").failed().lockedTo("a").pending("Stopping", "a")));
    plan.resource(
        cloneOf("c", primitive("c:0").on("b", Role.PROMOTED).target(Role.STOPPED)).promotable());
    plan.nodes(node("guest").guestOf("box").standby());
    plan.next("box", Role.STOPPED, null).does("box", "stop", "a", "x");
    plan.fences(ActionKind.FENCE, "b", "reboot", "peer is lost");
    plan.action(ActionKind.RESOURCE, "c:0", "monitor", 5000, "b", true, true, null)
        .order(1, 2, true);
    Decision bare = plan.build();
    Decision decision =
        new Decision(
            bare.before(),
            bare.outcomes(),
            bare.plan(),
            bare.conduct(),
            List.of(new ScoreLine(ScoreLine.PROMOTION, "c:0", "", Score.MINUS_INFINITY)),
            List.of(new Because("fact", "rule", List.of("cause"))));
    List<Executed> executed =
        decision.plan().executed().stream().map(it -> Executed.done(it, 0)).toList();
    JsonNode report = mapper.readTree(JsonReport.of(decision, executed, decision.before(), 1L));
    assertEquals(List.of(), schema.validate(report));
    assertTrue(report.has("scores") && report.has("explanations"));
  }

  @Test
  void theSameDecisionGivesTheSameText() {
    plan.resource(primitive("till")).does("till", "start", "a", null);
    assertEquals(
        JsonReport.of(plan.build(), null, null, null),
        JsonReport.of(plan.build(), null, null, null));
  }
}
