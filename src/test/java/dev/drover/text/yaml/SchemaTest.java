package dev.drover.text.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schemas and the readers must say the same about a file, as far as a schema can say
 * it.
 */
class SchemaTest {
  private static final Path FOLDER = Path.of("docs/schema");
  private static final String BASE = "https://example.org/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SchemaTest::schemaText));
  private static final Schema CLUSTER =
      REGISTRY.getSchema(SchemaLocation.of(BASE + "cluster.schema.json"));
  private static final Schema SCENARIO =
      REGISTRY.getSchema(SchemaLocation.of(BASE + "scenario.schema.json"));
  private static final Schema SITE =
      REGISTRY.getSchema(SchemaLocation.of(BASE + "site.schema.json"));
  private static final YAMLMapper YAML = new YAMLMapper();

  private static String schemaText(String iri) {
    try {
      return iri.startsWith(BASE)
          ? Files.readString(FOLDER.resolve(iri.substring(BASE.length())))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> complaints(String text) throws IOException {
    JsonNode node = YAML.readTree(text);
    Schema schema = node.has("scenario") || node.has("steps") ? SCENARIO : CLUSTER;
    return complaints(schema, node);
  }

  private static List<String> complaints(Schema schema, JsonNode node) {
    return schema.validate(node).stream()
        .map(error -> error.getInstanceLocation() + " " + error)
        .toList();
  }

  private static List<String> problems(String text, Path folder) {
    try {
      if (ScenarioReader.isScenario(text, "x")) {
        ScenarioReader.read(text, "x", folder);
      } else {
        ClusterReader.read(text, "x");
      }
      return List.of();
    } catch (InputException e) {
      return e.problems().stream().map(Object::toString).toList();
    }
  }

  /** With {@code -Ddrover.update=true} it is written anew instead. */
  @Test
  void theSchemaOfOptionsIsWhatTheCatalogueMakesIt() throws IOException {
    Path file = FOLDER.resolve("options.schema.json");
    if (Boolean.getBoolean("drover.update")) {
      Files.writeString(file, OptionSchema.text());
    }
    assertEquals(OptionSchema.text(), Files.readString(file));
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyScenarioFileFollowsTheSchemaThatItNames(Path file) throws IOException {
    String text = Files.readString(file);
    String kind = file.endsWith("cluster.yaml") ? "cluster" : "scenario";
    String first = text.lines().findFirst().orElse("");
    assertEquals(
        "# yaml-language-server: $schema=../../docs/schema/" + kind + ".schema.json", first);
    assertEquals(List.of(), complaints(text));
    assertEquals(List.of(), problems(text, file.getParent()));
  }

  private static final String WEB = "resources: [{primitive: web, agent: 'systemd:nginx'%s}]\n";

  static List<String> good() {
    return List.of(
        "nodes: a",
        "nodes: {a: , b: {state: lost, attributes: {standby: true, rack: 1}, utilization: {cpu: 4}}}",
        "nodes: [a]\noptions: [{when: {attribute: x, is: y}, score: 2, values: {maintenance-mode: yes}}]",
        "nodes: [a]\n"
            + WEB.formatted(", operations: {monitor: 10, start: {timeout: 1min, on-fail: block}}"),
        "nodes: [a]\n"
            + WEB.formatted(", operations: [{operation: monitor, interval: 10s, role: Stopped}]"),
        "nodes: [a]\n"
            + WEB.formatted("")
            + "constraints: [{locate: web, on: a, score: -INFINITY}]",
        "nodes: [a]\n"
            + WEB.formatted("")
            + "constraints: [{locate: web, where: {date: {after: x}}, score: 1}]",
        "nodes: [a]\n"
            + WEB.formatted("")
            + "constraints: [{order: [stop web, web], kind: Optional}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{ticket: T, sets: [[web]]}]",
        "nodes: [a]\ntemplates: [{template: t, agent: 'lsb:x'}]\nresources: [{primitive: p, template: t}]",
        "nodes: [a]\nresources: [{clone: c, options: {clone-max: 2}, of: {primitive: p, agent: 'ocf:x:y'}}]");
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatTheSchemaAcceptsIsRead(String text) throws IOException {
    assertEquals(List.of(), complaints(text));
    assertEquals(List.of(), problems(text, Path.of("")));
  }

  static List<String> bad() {
    return List.of(
        "nodes: []",
        "{}",
        "nodes: [a]\nnode: x",
        "nodes: {a: {stat: lost}}",
        "nodes: {a: {state: gone}}",
        "nodes: ['-a']",
        "nodes: [a]\noptions: {no-quorum-policy: sotp}",
        "nodes: [a]\noptions: {maintenance-mode: perhaps}",
        "nodes: [a]\noptions: {stonith-enabled: true}",
        "nodes: [a]\ndefaults: {operation: {timeout: soon}}",
        "nodes: [a]\nresources: [{primitive: p}]",
        "nodes: [a]\nresources: [{primitive: p, agent: nginx}]",
        "nodes: [a]\nresources: [{group: g, members: []}]",
        "nodes: [a]\nresources: [{clone: c}]",
        "nodes: [a]\nresources: [{primitive: f, agent: 'stonith:x', parameters: {pcmk_hostlist: a}}]",
        "nodes: [a]\n" + WEB.formatted(", operations: {start: 10s}"),
        "nodes: [a]\n" + WEB.formatted(", operations: {moniter: 10s}"),
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{locate: web, on: a}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{locate: web, score: 1}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{colocate: web, with: web}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{order: [web]}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{order: [web, web], kind: optional}]",
        "nodes: [a]\n"
            + WEB.formatted("")
            + "constraints: [{locate: web, where: {is: x}, score: 1}]",
        "nodes: [a]\n" + WEB.formatted("") + "constraints: [{ticket: T}]",
        "scenario: s\nsteps: [{then: []}]",
        "scenario: s\ncluster: {nodes: [a]}\nsteps: []");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatTheReaderRefusesTheSchemaRefusesToo(String text) throws IOException {
    assertNotEquals(List.of(), problems(text, Path.of("")));
    assertNotEquals(List.of(), complaints(text));
  }

  private static String scenario(String when, String then) {
    return "scenario: s\ncluster:\n  nodes: [a, b]\n  resources: [{primitive: web, agent: 'systemd:nginx'}]\n"
        + "steps: [{when: ["
        + when
        + "], then: ["
        + then
        + "]}]";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{loses-powr: a}",
        "{standby: a, unstandby: b}",
        "{fails: {resource: web}}",
        "{fails: {resource: web, operation: strat}}",
        "{fails: {resource: web, operation: stop, code: 0}}",
        "{fails: {resource: web, operation: stop, times: 0}}",
        "{quorum: gone}",
        "{network: breaks}",
        "{network: {splits: [[a, b]]}}",
        "{time-passes: soon}",
        "{cluster-options: {no-quorum-policy: halt}}",
        "{resource-options: {resource: web}}",
        "{ticket: {name: T}}",
      })
  void bothRefuseAWrongEvent(String event) throws IOException {
    assertNotEquals(List.of(), problems(scenario(event, ""), Path.of("")));
    assertNotEquals(List.of(), complaints(scenario(event, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{runs: web}",
        "{runs: web, on: a, as: Promoted}",
        "{runs: web, on: a, role: Primary}",
        "{node: a, is: gone}",
        "{resource: web, is: fine}",
        "{failures: web, on: a}",
        "{happens: begin web}",
        "{happens: start web at a}",
        "{never-together: [web]}",
        "{because: web}",
        "{quorum: yes}",
      })
  void bothRefuseAWrongExpectation(String expectation) throws IOException {
    assertNotEquals(List.of(), problems(scenario("", expectation), Path.of("")));
    assertNotEquals(List.of(), complaints(scenario("", expectation)));
  }

  private static List<String> siteProblems(String text) {
    try {
      SiteReader.read(text, "site.yaml", Path.of("/etc/drover"));
      return List.of();
    } catch (InputException e) {
      return e.problems().stream().map(Object::toString).toList();
    }
  }

  private static String site(String more) {
    return "{cluster: shop, node: alice, role: member, " + more + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "members: {alice: 10.0.0.1}",
        "members: {alice: [a.example, 'fd00::1', '[fd00::2]:7']}",
        "members: {alice: {addresses: 'a:1', replication: 'b:2'}, bob: {addresses: b, witness: yes}}",
        "members: {alice: a}, data: data, tls: {key: my.key}, watchdog: /dev/watchdog",
        "members: {alice: a}, heartbeat: {interval: PT0.1S, missed: 9}, election: {min: 1, max: 2s}",
        "members: {alice: a}, resource-agents: {ocf: x, fence: [a, b], at-once: 100}",
        "members: {alice: a}, resource-agents: {watch: 0s}",
        "members: {alice: a}, resource-agents: {watch: 10s}",
        "members: {alice: a}, reach: [10.0.0.254], agents: [box1, box2]",
      })
  void bothAcceptAGoodSite(String more) throws IOException {
    assertEquals(List.of(), siteProblems(site(more)));
    assertEquals(List.of(), complaints(SITE, YAML.readTree(site(more))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node: alice",
        "members: {}",
        "members: [alice]",
        "members: {'-': a}",
        "members: {alice: }",
        "members: {alice: []}",
        "members: {alice: {witness: no}}",
        "members: {alice: 'a:b'}",
        "members: {alice: [a, a]}",
        "members: {alice: {addresses: a, replication: [b]}}",
        "members: {alice: {addresses: a, witnes: true}}",
        "members: {alice: {addresses: a, witness: perhaps}}",
        "members: {alice: a}, heartbeats: {}",
        "members: {alice: a}, heartbeat: {interval: soon}",
        "members: {alice: a}, heartbeat: {missed: 1}",
        "members: {alice: a}, election: {minimum: 1s}",
        "members: {alice: a}, resource-agents: {at-once: 101}",
        "members: {alice: a}, resource-agents: {watch: often}",
        "members: {alice: a}, heartbeat: {watch: 50ms}",
        "members: {alice: a}, tls: {key: []}",
        "members: {alice: a}, data: ",
        "members: {alice: a}, reach: ['a b']",
        "members: {alice: a}, agents: [b, b]",
      })
  void bothRefuseAWrongSite(String more) throws IOException {
    assertNotEquals(List.of(), siteProblems(site(more)));
    assertNotEquals(List.of(), complaints(SITE, YAML.readTree(site(more))));
  }
}
