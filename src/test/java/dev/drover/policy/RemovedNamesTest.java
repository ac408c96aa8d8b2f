package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.model.ClusterState;
import dev.drover.plan.Decision;
import dev.drover.plan.Ruling;
import dev.drover.simulate.Injections;
import dev.drover.simulate.Trial;
import dev.drover.text.cib.CibReader;
import dev.drover.text.report.JsonReport;
import dev.drover.text.story.TrialText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What was recorded of a primitive whose name something else has by now is read as a removed
 * resource's, and goes by its old name outside.
 */
class RemovedNamesTest {
  private static final Injections NOTHING =
      new Injections(
          null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  private static ClusterState cluster(String scenario) throws Exception {
    Path file = Path.of("scenarios", "recorded", scenario + ".xml");
    return CibReader.read(file);
  }

  private static String report(ClusterState cluster) throws Exception {
    Trial trial =
        Trial.of(
            Policy.scheduler(Policy.rules())::decide,
            cluster,
            NOTHING,
            List.of(),
            Instant.ofEpochSecond(1_767_225_700),
            true);
    return TrialText.of(trial, "");
  }

  /** The lines with a word, in their order, with single spaces. */
  private static List<String> lines(String report, String word) {
    return report
        .lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> line.contains(word))
        .toList();
  }

  @Test
  void whatRunsUnderTheNameOfACloneIsStoppedAndForgotten() throws Exception {
    String report = report(cluster("name-of-a-clone-now"));
    assertEquals(
        List.of("* web (ocf:pacemaker:Dummy): ORPHANED Started a"), lines(report, "ORPHANED"));
    assertEquals(
        List.of("* Stop web ( a ) due to node availability", "* Resource action: web stop on a"),
        lines(report.replace("Stopped", ""), "top"));
    assertEquals(
        List.of("* Resource action: web delete on b", "* Resource action: web delete on a"),
        lines(report, "delete"));
    assertTrue(
        report.endsWith("Clone Set: web [web-instance]:\n      * Started: [ a b ]\n"), report);
  }

  @Test
  void programsAreToldTheNameThatPeopleGaveAndThatItWasRemoved() throws Exception {
    Decision decision =
        Policy.scheduler(Policy.rules())
            .decide(cluster("name-of-a-clone-now"), Instant.ofEpochSecond(1_767_225_700));
    JsonNode report = new ObjectMapper().readTree(JsonReport.of(decision, null, null, null));
    List<String> told = new ArrayList<>();
    for (JsonNode resource : report.at("/currentStatus/resources")) {
      told.add(
          resource.at("/id").asText()
              + " is "
              + resource.at("/name").asText()
              + " "
              + resource.at("/flags"));
    }
    assertEquals(
        List.of("web is web ", "web (removed) is web [\"orphan\",\"unique\"]"),
        told.stream().sorted(Comparator.comparing(String::length)).toList());
  }

  @Test
  void whatRunsWithoutANumberWhereInstancesDifferIsStopped() throws Exception {
    String report = report(cluster("instances-that-differ-now"));
    assertEquals(
        List.of(
            "* web (ocf:pacemaker:Dummy): ORPHANED Started a",
            "* web:3 (ocf:pacemaker:Dummy): ORPHANED Started a",
            "* web:4 (ocf:pacemaker:Dummy): ORPHANED Started a"),
        lines(report, "ORPHANED"));
    assertEquals(
        List.of(
            "* Resource action: web stop on a",
            "* Resource action: web:3 stop on a",
            "* Resource action: web:4 stop on a"),
        lines(report, " stop on "));
  }

  @Test
  void whatIsStoppedOfACloneIsGivenWhatTheCloneIsConfiguredWith() throws Exception {
    Path file = Path.of("scenarios", "recorded", "instances-that-differ-now.xml");
    String text =
        Files.readString(file)
            .replace(
                "type=\"Dummy\"/>",
                "type=\"Dummy\"><instance_attributes id=\"i\">"
                    + "<nvpair id=\"n\" name=\"state\" value=\"/run/it\"/>"
                    + "</instance_attributes></primitive>");
    ClusterState state =
        CibReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x");
    Ruling ruling =
        Policy.scheduler(Policy.rules()).rule(state, Instant.ofEpochSecond(1_767_225_700));
    List<String> given =
        ruling.decision().plan().executed().stream()
            .filter(action -> action.task().equals("stop"))
            .map(action -> ruling.calls().get(action.id()))
            .filter(Objects::nonNull)
            .map(call -> call.parameters().get("state"))
            .toList();
    assertEquals(List.of("/run/it", "/run/it", "/run/it"), given);
  }
}
