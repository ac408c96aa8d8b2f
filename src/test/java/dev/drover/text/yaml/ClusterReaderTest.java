package dev.drover.text.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.Expression;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterReaderTest {
  private static final String PAIR =
      """
      nodes: [a, b]
      resources:
        - primitive: web
          agent: systemd:nginx
          operations: {monitor: 10s}
      """;

  private static ClusterState read(String text) throws InputException {
    return ClusterReader.read(text, "test.yaml");
  }

  private static InputProblem problem(String text) {
    List<InputProblem> problems = assertThrows(InputException.class, () -> read(text)).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }

  @Test
  void theValidatorPairReadsAsWritten() throws InputException {
    Configuration pair =
        ClusterReader.read(Path.of("scenarios/validator-pair/cluster.yaml")).configuration();
    ResourceConfig peer = pair.resources().get(0);
    assertEquals(Kind.GROUP, peer.kind());
    assertEquals(
        List.of("VIP1", "peerservice"), peer.members().stream().map(ResourceConfig::id).toList());
    assertEquals(new Agent("ocf", "heartbeat", "IPaddr2"), peer.members().get(0).agent());
    assertEquals("211.71.10.11", peer.members().get(0).parameters().get(0).values().get("ip"));
    assertEquals("1min", peer.members().get(1).operations().get(0).interval());
    assertEquals(Score.MINUS_INFINITY, pair.colocations().get(0).score());
    assertEquals("Ctz-with-Peer", pair.colocations().get(0).id());
    assertEquals("stop", pair.orders().get(0).firstAction());
    assertEquals("start", pair.orders().get(0).thenAction());
    assertEquals("validator-pair", pair.options().get(0).values().get("cluster-name"));
  }

  @Test
  void nodesAreOnlineUnlessTheFileSaysOtherwise() throws InputException {
    assertEquals("online", read(PAIR).status().nodes().get(1).process());
    assertTrue(read("start: unseen\n" + PAIR).status().nodes().isEmpty());
    String mixed =
        "nodes: {a: {state: offline}, b: {state: lost}, c: {state: unseen}, d: {kind: remote}, e: }";
    ClusterState state = read(mixed);
    assertEquals(5, state.configuration().nodes().size());
    assertEquals(NodeKind.REMOTE, state.configuration().nodes().get(3).kind());
    assertEquals(
        List.of("a", "b", "e"), state.status().nodes().stream().map(each -> each.name()).toList());
    assertEquals("down", state.status().nodes().get(0).expected());
    assertEquals("member", state.status().nodes().get(1).expected());
    assertEquals("e", state.status().coordinator());
  }

  @Test
  void everySortOfConstraintCanBeWritten() throws InputException {
    Configuration all =
        read("""
                nodes: {a: {attributes: {rack: r1}}, b: }
                resources:
                  - {primitive: x, agent: ocf:pacemaker:Dummy}
                  - {primitive: y, agent: ocf:pacemaker:Dummy}
                  - clone: z
                    options: {promotable: true, promoted-max: 1}
                    of: {primitive: inner, agent: ocf:pacemaker:Stateful}
                tags: {both: [x, y]}
                constraints:
                  - {locate: x, on: a, score: 50}
                  - {locate: z, where: {attribute: rack, is: r1}, score: INFINITY, role: Promoted}
                  - {locate-pattern: "[xy]", on: b, score: -10, discovery: never}
                  - {colocate: x, with: z, with-role: Promoted, score: 10, influence: false, id: follow}
                  - colocate-sets: [[x, y], {resources: [z], role: Promoted, sequential: false}]
                    score: INFINITY
                  - {order: [promote z, start x], kind: Optional, symmetrical: false}
                  - order-sets: [{resources: [x, y], require-all: false, sequential: false}, [z]]
                  - {ticket: T, resource: both, loss-policy: fence}
                """)
            .configuration();
    assertEquals("x-on-a", all.locations().get(0).id());
    assertEquals(
        new Expression.AttributeTest("rack", "eq", null, "r1", "literal"),
        all.locations().get(1).rules().get(0).condition());
    assertEquals(Role.PROMOTED, all.locations().get(1).rules().get(0).role());
    assertEquals("never", all.locations().get(2).discovery());
    assertEquals("follow", all.colocations().get(0).id());
    assertEquals(Boolean.FALSE, all.colocations().get(0).influence());
    assertEquals(List.of("x", "y"), all.colocations().get(1).sets().get(0).resources());
    assertEquals("promote", all.orders().get(0).firstAction());
    assertEquals(false, all.orders().get(1).sets().get(0).requireAll());
    assertEquals("both", all.tickets().get(0).resource());
  }

  @Test
  void settingsCanDependOnConditions() throws InputException {
    List<SettingSet> sets =
        read("""
                nodes: [a]
                resources:
                  - primitive: x
                    agent: ocf:pacemaker:Dummy
                    options:
                      - when: {date: {during: {hours: 9-16, weekdays: 1-5}}}
                        score: 2
                        values: {resource-stickiness: INFINITY}
                      - values: {resource-stickiness: 0}
                """)
            .configuration()
            .resources()
            .get(0)
            .meta();
    assertEquals(new Score(2), sets.get(0).score());
    assertEquals(
        new Expression.DateTest(
            "date_spec", null, null, Map.of(), Map.of("hours", "9-16", "weekdays", "1-5")),
        sets.get(0).condition());
    assertNull(sets.get(1).condition());
  }

  @Test
  void templatesBundlesTicketsAndLevelsCanBeWritten() throws InputException {
    ClusterState state =
        read(
            """
            nodes: [a]
            templates:
              - {template: vm, agent: ocf:heartbeat:VirtualDomain, options: {allow-migrate: true},
                 operations: {monitor: 30s, start: {timeout: 90s}}}
            resources:
              - {primitive: vm1, template: vm, operations: {monitor: {interval: 30s, timeout: 5s}}}
              - bundle: web
                container: {engine: podman, image: "web:1", replicas: 3}
                network: {ip-range-start: 10.0.0.1}
                ports: [{port: 80}]
                of: {primitive: httpd, agent: ocf:heartbeat:apache}
              - {primitive: f, agent: "stonith:fence_ipmilan", parameters: {pcmk_host_list: a}}
            fencing: [{node: a, level: 1, devices: [f]}]
            tickets: {T: granted}
            """);
    ResourceConfig vm = state.configuration().resources().get(0);
    assertEquals("vm", vm.template());
    assertEquals(
        List.of("5s", "90s"),
        vm.operations().stream().map(o -> o.attributes().get("timeout")).toList());
    ResourceConfig web = state.configuration().resources().get(1);
    assertEquals("httpd", web.members().get(0).id());
    assertEquals(Map.of("port", "80"), web.container().ports().get(0));
    assertEquals(List.of("f"), state.configuration().fencingLevels().get(0).devices());
    assertTrue(state.status().tickets().get(0).granted());
  }

  @Test
  void anUnknownOptionIsFoundWithAGuess() {
    InputProblem problem = problem("options: {no-quorom-policy: stop}\n" + PAIR);
    assertEquals(1, problem.line());
    assertEquals(11, problem.column());
    assertEquals("no-quorom-policy", problem.found());
    assertEquals("`no-quorum-policy` is meant", problem.maybe());
  }

  @Test
  void aFormerNameLeadsToTheCurrentOne() {
    assertEquals(
        "`fencing-enabled` is meant, as it is called now",
        problem("options: {stonith-enabled: false}\n" + PAIR).maybe());
  }

  @Test
  void aWrongValueIsFoundWhereItStands() {
    InputProblem problem = problem("options:\n  no-quorum-policy: sotp\n" + PAIR);
    assertEquals("test.yaml:2:21", problem.toString().split(": ")[0]);
    assertTrue(problem.expected().contains("stop, freeze"), problem.expected());
    assertEquals("`stop` is meant", problem.maybe());
  }

  @Test
  void unknownNamesKeysAndAgentsAreFound() {
    assertEquals(
        "`web` is meant", problem(PAIR + "constraints: [{locate: wbe, on: a, score: 1}]").maybe());
    assertEquals("c", problem(PAIR + "constraints: [{locate: web, on: c, score: 1}]").found());
    assertEquals("`resources` is meant", problem("nodes: [a]\nresource: []").maybe());
    assertEquals(
        "`ocf:heartbeat:IPaddr2` is meant",
        problem("nodes: [a]\nresources: [{primitive: x, agent: 'ocf:IPaddr2'}]").maybe());
  }

  @Test
  void whatIsMissingOrTwiceIsFound() {
    assertEquals(
        "a primitive without `agent`", problem("nodes: [a]\nresources: [{primitive: x}]").found());
    assertEquals("b", problem("nodes: [b, b]").found());
    assertEquals("web", problem(PAIR + "  - {primitive: web, agent: 'systemd:x'}").found());
    assertEquals("nodes", problem("nodes: [a]\nnodes: [b]").found());
    assertEquals(
        "a",
        problem(
                "nodes: [n]\nresources: [{group: a, members: [{primitive: a, agent: 'systemd:x'}]}]")
            .found());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    String text =
        "options: {maintenance-mode: perhaps}\nnodes: [a]\nresources: [{primitive: x, agent: y}]";
    assertEquals(2, assertThrows(InputException.class, () -> read(text)).problems().size());
  }

  @Test
  void brokenYamlIsAProblemWithAPlace() {
    InputProblem problem = problem("nodes: [a\nresources: x]: y");
    assertTrue(problem.line() >= 1 && problem.expected().equals("YAML"), problem.toString());
    assertEquals("a YAML document", problem("").expected());
    assertEquals("a cluster as a map", problem("hello").expected());
  }

  @Test
  void deepNestingAndExplodingAliasesAreRefused() {
    assertThrows(InputException.class, () -> read("[".repeat(5_000)));
    StringBuilder bomb =
        new StringBuilder("nodes: [a]\ntags:\n  t0: &t0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*t" + (i - 1) + ", ";
      bomb.append("  t")
          .append(i)
          .append(": &t")
          .append(i)
          .append(" [")
          .append(alias.repeat(9))
          .append("a]\n");
    }
    assertEquals("a smaller file", problem(bomb.toString()).expected());
  }

  @Test
  void anAliasStandsForWhatItNames() throws InputException {
    String text =
        """
        nodes: [a]
        resources:
          - {primitive: x, agent: systemd:x, operations: &ops {monitor: 10s}}
          - {primitive: y, agent: systemd:y, operations: *ops}
        """;
    assertEquals(
        "10s", read(text).configuration().resources().get(1).operations().get(0).interval());
  }
}
