package dev.drover.text.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.plan.Executed;
import dev.drover.scenario.Scenario;
import dev.drover.simulate.Performed;
import dev.drover.simulate.Round;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Verdict;
import dev.drover.text.report.JsonReport;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What came of a scenario, for programs: steps with their decisions, each in the form of a
 * decision's own report.
 */
public final class StoryJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoryJson() {}

  /** The report as one JSON document. */
  public static String of(Scenario scenario, List<StepReport> steps) {
    ObjectNode story = MAPPER.createObjectNode();
    story.put("format", JsonReport.FORMAT);
    story.put("scenario", scenario.name());
    story.put("holds", steps.stream().allMatch(StepReport::holds));
    ArrayNode list = story.putArray("steps");
    try {
      for (StepReport step : steps) {
        add(step, list.addObject());
      }
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(story) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void add(StepReport step, ObjectNode json) throws JsonProcessingException {
    json.put("step", step.step().sentence());
    json.put("began", step.began().toString());
    json.put("ended", step.ended().toString());
    ArrayNode rounds = json.putArray("decisions");
    for (Round round : step.rounds()) {
      ObjectNode item = rounds.addObject();
      item.put("at", round.at().toString());
      round.side().forEach(item.putArray("side")::add);
      List<Executed> executed = round.performed().stream().map(Performed::executed).toList();
      item.set("decision", MAPPER.readTree(JsonReport.of(round.decision(), executed, null, null)));
    }
    ArrayNode expectations = json.putArray("expectations");
    for (Verdict verdict : step.verdicts()) {
      ObjectNode item = expectations.addObject();
      item.put("expectation", verdict.expectation().sentence());
      item.put("holds", verdict.holds());
      if (verdict.instead() != null) {
        item.put("instead", verdict.instead());
      }
    }
    step.violations().forEach(json.putArray("brokenPromises")::add);
    step.troubles().forEach(json.putArray("troubles")::add);
    step.notes().forEach(json.putArray("notes")::add);
  }
}
