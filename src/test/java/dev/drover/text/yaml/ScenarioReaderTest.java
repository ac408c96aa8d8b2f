package dev.drover.text.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.config.Configuration;
import dev.drover.scenario.ConfigurationChange;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Quorum;
import dev.drover.scenario.Scenario;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
  private static final String HEAD =
      """
      scenario: s
      cluster:
        nodes: [a, b, c]
        resources:
          - {primitive: web, agent: "systemd:nginx"}
          - {primitive: f, agent: "stonith:fence_ipmilan"}
          - {clone: all, of: {primitive: one, agent: "systemd:chrony"}}
        constraints: [{locate: web, on: a, score: 5}]
      """;

  private static Scenario read(String text) throws InputException {
    return ScenarioReader.read(text, "test.yaml", Path.of("scenarios/validator-pair"));
  }

  private static List<Event> events(String... events) throws InputException {
    return read(HEAD + "steps: [{when: [" + String.join(", ", events) + "]}]")
        .steps()
        .get(0)
        .events();
  }

  private static List<String> expectations(String... expectations) throws InputException {
    Scenario scenario = read(HEAD + "steps: [{then: [" + String.join(", ", expectations) + "]}]");
    return scenario.steps().get(0).expectations().stream().map(Expectation::sentence).toList();
  }

  private static InputProblem problem(String event, String expectation) {
    String steps = "steps: [{when: [" + event + "], then: [" + expectation + "]}]";
    List<InputProblem> problems =
        assertThrows(InputException.class, () -> read(HEAD + steps)).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }

  @Test
  void everyEventSaysItselfAsASentence() throws InputException {
    List<String> sentences =
        events(
                "{comes-up: [a, b]}",
                "{loses-power: a}",
                "{stops-answering: a}",
                "{shuts-down: a}",
                "{confirmed-down: a}",
                "{standby: a}",
                "{unstandby: a}",
                "{enters-maintenance: [cluster, a, web]}",
                "{leaves-maintenance: web}",
                "{reports: {node: a, name: load, value: 3}}",
                "{node-attributes: {node: a, values: {rack: r1}}}",
                "{fails: {resource: web, operation: start, on: a, code: 5, times: always}}",
                "{hangs: {resource: web, operation: stop, times: 2}}",
                "{mended: web}",
                "{dies: {resource: web, on: a}}",
                "{started-by-hand: {resource: web, on: b}}",
                "{fence-device-breaks: f}",
                "{fence-device-hangs: f}",
                "{fence-device-mended: f}",
                "{quorum: lost}",
                "{network: {splits: [[a, b], [c]]}}",
                "{network: heals}",
                "{ticket: {name: T, is: granted}}",
                "{cleaned-up: everything}",
                "{cleaned-up: {resource: web, on: a}}",
                "{time-passes: 2min}",
                "{cluster-options: {no-quorum-policy: freeze, stop-all-resources: }}",
                "{resource-options: {resource: web, values: {target-role: Stopped}}}",
                "{add-constraint: {locate: web, on: b, score: INFINITY}}",
                "{remove-constraint: web-on-b}",
                "{remove-resource: f}")
            .stream()
            .map(Event::sentence)
            .toList();
    assertEquals(
        List.of(
            "a comes up",
            "b comes up",
            "a loses power",
            "a stops answering",
            "a is shut down",
            "a is confirmed to be off",
            "a gets standby=true",
            "a gets no standby",
            "the cluster gets maintenance-mode=true",
            "a gets maintenance=true",
            "web gets maintenance=true",
            "web gets no maintenance",
            "a reports load=3",
            "a gets rack=r1",
            "start of web fails on a with code 5, always",
            "stop of web hangs, 2 times",
            "web works again",
            "web dies on a",
            "web is started by hand on b",
            "fence device f breaks",
            "fence device f hangs",
            "fence device f is mended",
            "quorum is lost",
            "the network splits into a and b against c",
            "the network heals",
            "ticket T is granted",
            "failures of everything are cleaned up",
            "failures of web on a are cleaned up",
            "120 s pass",
            "the cluster gets no-quorum-policy=freeze, no stop-all-resources",
            "web gets target-role=Stopped",
            "the constraint web-on-b is added",
            "the constraint web-on-b is removed",
            "f is removed from the configuration"),
        sentences);
  }

  @Test
  void everyExpectationSaysItselfAsASentence() throws InputException {
    assertEquals(
        List.of(
            "web runs on a and b",
            "web is Promoted on a",
            "web runs nowhere",
            "a is unclean in the eyes of b",
            "web is blocked",
            "web has failed 1 time on a",
            "the cluster does start web on a",
            "the cluster does nothing",
            "fence a, then start web on b",
            "the cluster does not stop web",
            "web is never active twice",
            "web and f are never on the same node",
            "the reason given for start web on a speaks of \"quorum\"",
            "the side of a has no quorum"),
        expectations(
            "{runs: web, on: [a, b]}",
            "{runs: web, on: a, role: Promoted}",
            "{stopped: web}",
            "{node: a, is: unclean, seen-by: b}",
            "{resource: web, is: blocked}",
            "{failures: web, on: a, count: 1}",
            "{happens: start web on a}",
            "{happens: nothing}",
            "{in-order: [fence a, start web on b]}",
            "{never: stop web}",
            "{never-active-twice: web}",
            "{never-together: [web, f]}",
            "{because: start web on a, says: quorum}",
            "{quorum: lost, seen-by: a}"));
  }

  @Test
  void changesOfTheConfigurationApply() throws InputException {
    Configuration configuration = read(HEAD + "steps: [{then: []}]").cluster().configuration();
    for (Event event :
        events(
            "{cluster-options: {no-quorum-policy: freeze}}",
            "{standby: b}",
            "{resource-options: {resource: web, values: {priority: 3}}}",
            "{add-constraint: {colocate: web, with: f, score: 1}}",
            "{remove-constraint: web-on-a}",
            "{remove-resource: f}",
            "{cluster-options: {no-quorum-policy: }}")) {
      configuration = ((ConfigurationChange) event).applyTo(configuration);
    }
    assertTrue(configuration.options().get(0).values().isEmpty());
    assertEquals("true", configuration.nodes().get(1).attributes().get(0).values().get("standby"));
    assertEquals("3", configuration.resources().get(0).meta().get(0).values().get("priority"));
    assertEquals("web-with-f", configuration.colocations().get(0).id());
    assertTrue(configuration.locations().isEmpty());
    assertEquals(
        List.of("web", "all"), configuration.resources().stream().map(each -> each.id()).toList());
  }

  @Test
  void whatIsNotSaidHasADefault() throws InputException {
    Scenario three = read(HEAD + "steps: [{then: []}]");
    assertEquals(Quorum.MAJORITY, three.quorum());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), three.clock());
    assertEquals("the cluster looks at itself", three.steps().get(0).sentence());
    Scenario pair = read("scenario: p\ncluster: cluster.yaml\nstart: unseen\nsteps: [{then: []}]");
    assertEquals(Quorum.TWO_NODE, pair.quorum());
    assertTrue(pair.cluster().status().nodes().isEmpty());
    assertFalse(pair.cluster().configuration().nodes().isEmpty());
  }

  @Test
  void whatComesWithABundleOrAGuestHasANameToo() throws InputException {
    String cluster =
        """
        scenario: s
        cluster:
          nodes: [a]
          resources:
            - {primitive: machine, agent: "ocf:heartbeat:VirtualDomain", options: {remote-node: vm}}
            - bundle: box
              container: {engine: podman, image: "web:1", replicas: 2}
              network: {control-port: 3121}
              of: {primitive: web, agent: "ocf:pacemaker:Dummy"}
        """;
    Scenario scenario =
        read(
            cluster
                + "steps: [{then: [{in-order: [start vm on a, start box-podman-1 on a, start web on box-1]}]}]");
    assertEquals(1, scenario.steps().get(0).expectations().size());
    for (String unknown : List.of("box-2", "box-podman-2", "box-01", "box-")) {
      String steps = "steps: [{then: [{stopped: " + unknown + "}]}]";
      List<InputProblem> problems =
          assertThrows(InputException.class, () -> read(cluster + steps)).problems();
      assertEquals(unknown, problems.get(0).found());
    }
  }

  @Test
  void mistakesAreFoundWhereTheyStand() {
    assertEquals("`loses-power` is meant", problem("{looses-power: a}", "").maybe());
    assertEquals("d", problem("{loses-power: d}", "").found());
    assertEquals("`web` is meant", problem("", "{stopped: wbe}").maybe());
    assertEquals("`start` is meant", problem("", "{happens: strat web}").maybe());
    assertEquals("the expectation runs without `on`", problem("", "{runs: web}").found());
    assertEquals("`standby` is meant", problem("", "{node: a, is: stanby}").maybe());
    assertEquals(
        "`no-quorum-policy` is meant",
        problem("{cluster-options: {no-quorum-polcy: stop}}", "").maybe());
    assertEquals(
        "the name of a fence device", problem("{fence-device-breaks: web}", "").expected());
    assertEquals("2 verbs", problem("{standby: a, unstandby: b}", "").found());
    assertEquals("0", problem("{fails: {resource: web, operation: stop, code: 0}}", "").found());
    assertEquals("`one` is meant", problem("{dies: all}", "").maybe());
    assertEquals(
        "each node on one side", problem("{network: {splits: [[a], [a, b]]}}", "").expected());
  }

  @Test
  void aMistakeInTheClusterFileIsToldUnderThatFilesName() {
    InputProblem problem =
        assertThrows(InputException.class, () -> read("scenario: p\ncluster: none.yaml\nsteps: []"))
            .problems()
            .get(0);
    assertEquals(Path.of("scenarios/validator-pair/none.yaml").toString(), problem.source());
  }

  @Test
  void scenariosAndClustersAreToldApart() throws InputException {
    assertTrue(ScenarioReader.isScenario(HEAD, "x"));
    assertFalse(ScenarioReader.isScenario("nodes: [a]", "x"));
  }
}
