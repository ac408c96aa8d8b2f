package dev.drover.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.agent.fence.DeviceOptions;
import dev.drover.agent.fence.FenceAction;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Node;
import dev.drover.model.fact.Resource;
import dev.drover.rules.RuleBase;
import dev.drover.rules.RuleSession;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.OptionType;
import dev.drover.text.Options;
import dev.drover.text.agent.DeviceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/reference says of options is what rules, schemas and code do with them. */
class ReferenceTest {
  private static final Path MAIN = Path.of("src/main/java/dev/drover");

  private static List<ReferenceRow> rows = List.of();
  private static RuleOptions rules;

  @BeforeAll
  static void read() throws IOException {
    rows = ReferenceRow.all();
    rules = new RuleOptions();
  }

  @Test
  void eachRowNamesTheRuleFilesThatReadTheOptionAndNoOther() {
    assertAll(
        rows.stream()
            .map(
                row ->
                    () ->
                        assertEquals(
                            rules.readers(row.kind(), row.name()), row.rules(), row.toString())));
  }

  @Test
  void everyOptionThatARuleNamesIsOnAPage() {
    Set<String> told = told();
    assertEquals(
        List.of(),
        rules.named().keySet().stream()
            .filter(option -> !told.contains(option))
            .filter(option -> !told.contains(option.replace("resource ", "group ")))
            .toList());
  }

  /** Otherwise rules have found a new way to name options, which {@link RuleOptions} must learn. */
  @Test
  void noRuleQuotesTheNameOfAnOptionWithoutReadingIt() {
    for (OptionSpec option : Options.load().all()) {
      TreeSet<String> quoting = rules.quoting(option.name());
      rules
          .named()
          .forEach(
              (name, files) -> {
                if (name.endsWith(" " + option.name())) {
                  quoting.removeAll(files);
                }
              });
      assertEquals(Set.of(), quoting, option.name());
    }
  }

  @Test
  void everyRuleFileAndClassOnThePagesExists() {
    for (ReferenceRow row : rows) {
      row.rules().forEach(file -> assertTrue(Files.exists(Path.of("rules", file)), row + file));
      row.classes().forEach(name -> assertTrue(Files.exists(source(name)), row + " " + name));
    }
  }

  @Test
  void aClassThatReadsAnOptionNamesIt() throws IOException {
    for (ReferenceRow row : rows) {
      String ending = row.name().substring(row.name().lastIndexOf('_') + 1);
      // An option of resources that CIBs alone have is in no catalogue, and read by its name all
      // the
      // same.
      boolean byName = inCatalogue(row) || row.kind().equals("resource");
      for (String name : byName ? row.classes() : new TreeSet<String>()) {
        String text = Files.readString(source(name));
        boolean named =
            text.contains("\"" + row.name() + "\"")
                || row.name().startsWith("pcmk_") && text.contains("\"_" + ending + "\"");
        assertTrue(named, row + ": " + name + " does not name it");
      }
    }
  }

  /** That readers of files know a name, or that a plan carries it along, is no effect. */
  @Test
  void whatNothingReadsIsNamedNowhere() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(MAIN)) {
      sources = files.filter(ReferenceTest::isBelowText).toList();
    }
    for (ReferenceRow row : rows.stream().filter(ReferenceTest::inCatalogue).toList()) {
      Pattern read = Pattern.compile("(?<!put\\()" + Pattern.quote("\"" + row.name() + "\""));
      for (Path file : row.isIdle() ? sources : List.<Path>of()) {
        assertTrue(!read.matcher(Files.readString(file)).find(), row + " is read by " + file);
      }
    }
  }

  @Test
  void valuesAndDefaultsAreThoseOfTheCatalogue() {
    Map<String, ReferenceRow> told =
        rows.stream().collect(Collectors.toMap(row -> row.kind() + " " + row.name(), row -> row));
    for (OptionSpec option : Options.load().all()) {
      String name = option.scope().label() + " " + option.name();
      ReferenceRow row = told.get(name);
      if (row == null) {
        throw new AssertionError("no page tells of the option " + name);
      }
      assertEquals(values(option), row.values(), "values of " + row);
      String expected = option.defaultValue() == null ? "–" : "`" + option.defaultValue() + "`";
      assertEquals(expected, row.defaultValue(), "default of " + row);
    }
  }

  @Test
  void aCloneWithTheDefaultsIsOneWithoutOptions() {
    assertEquals(shape(Map.of()), shape(defaults("clone")));
  }

  @Test
  void aFenceDeviceWithTheDefaultsIsOneWithoutOptions() {
    DeviceOptions usual = device(Map.of());
    DeviceOptions told = device(defaults("fence-device"));
    assertEquals(usual.delays(), told.delays());
    assertEquals(usual.atOnce(), told.atOnce());
    Duration other = Duration.ofSeconds(7);
    for (FenceAction action : FenceAction.values()) {
      assertEquals(usual.word(action), told.word(action));
      assertEquals(usual.tries(action), told.tries(action));
      assertEquals(usual.timeout(action, other), told.timeout(action, other), action.word());
    }
  }

  @Test
  void everyOptionOfTheSchemasIsOnAPage() throws IOException {
    JsonNode options = schema("options");
    JsonNode cluster = schema("cluster");
    List<String> known = new ArrayList<>();
    for (OptionScope scope : OptionScope.values()) {
      known.addAll(names(options, scope.label(), scope.label()));
    }
    known.addAll(names(options, "operation-attributes", "operation"));
    known.addAll(names(options, "listed-operation", "operation"));
    Map<String, List<String>> constraints =
        Map.of(
            "location", List.of("locate", "locate-pattern", "locate-sets"),
            "colocation", List.of("colocate", "colocate-sets"),
            "order", List.of("order", "order-sets"),
            "ticket", List.of("ticket"),
            "rule", List.of("rule"),
            "set", List.of("resource-set"),
            "level", List.of("fencing-level"));
    constraints.forEach(
        (kind, definitions) ->
            definitions.forEach(definition -> known.addAll(names(cluster, definition, kind))));
    cluster
        .at("/$defs/bundle/properties/container/properties")
        .fieldNames()
        .forEachRemaining(name -> known.add("bundle container." + name));
    assertTrue(known.size() > 200, "only " + known.size() + " options are in the schemas");
    Set<String> told = told();
    assertEquals(
        List.of(),
        known.stream()
            .filter(option -> !told.contains(option))
            .filter(option -> !told.contains(option.replaceFirst("(clone|group) ", "resource ")))
            .toList());
  }

  @Test
  void eachTableIsSorted() {
    rows.stream()
        .collect(Collectors.groupingBy(row -> row.page() + ", " + row.section()))
        .forEach(
            (table, own) -> {
              List<String> names = own.stream().map(ReferenceRow::name).toList();
              assertEquals(names.stream().sorted().toList(), names, table);
            });
  }

  private static Set<String> told() {
    Set<String> told = new HashSet<>();
    rows.forEach(row -> told.add(row.kind() + " " + row.name()));
    return told;
  }

  private static boolean inCatalogue(ReferenceRow row) {
    return Arrays.stream(OptionScope.values())
        .filter(scope -> scope.label().equals(row.kind()))
        .anyMatch(scope -> Options.load().find(row.name(), scope).isPresent());
  }

  private static boolean isBelowText(Path file) {
    return file.toString().endsWith(".java") && !file.startsWith(MAIN.resolve("text"));
  }

  private static Path source(String name) {
    return MAIN.resolve(name.replace('.', '/') + ".java");
  }

  private static String values(OptionSpec option) {
    return switch (option.type()) {
      case CHOICE ->
          option.values().stream()
              .map(value -> "`" + value + "`")
              .collect(Collectors.joining(", "));
      case INTEGER -> "whole number";
      case INSTANT -> "time";
      case BOOLEAN, SCORE, DURATION, PERCENTAGE, PORT, TEXT, VERSION -> word(option.type());
    };
  }

  private static String word(OptionType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> defaults(String kind) {
    Map<String, String> defaults = new TreeMap<>();
    rows.stream()
        .filter(row -> row.kind().equals(kind) && row.defaultValue().startsWith("`"))
        .forEach(row -> defaults.put(row.name(), row.defaultValue().replace("`", "")));
    assertTrue(defaults.size() > 3, kind + " has hardly any defaults: " + defaults);
    return defaults;
  }

  private static CloneShape shape(Map<String, String> options) {
    try (RuleSession session = RuleBase.load(Path.of("rules")).open()) {
      session.insertAll(
          List.of(
              new Resource(
                  "c", "c", Kind.CLONE, -1, "c", "", "c", "", false, false, false, false, options),
              new Node("n", "n", NodeKind.MEMBER, 0)));
      session.fire("1-assess");
      return session.facts(CloneShape.class).iterator().next();
    }
  }

  private static DeviceOptions device(Map<String, String> parameters) {
    return DeviceReader.read("device", "fence_any", parameters).device().options();
  }

  private static JsonNode schema(String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(Path.of("docs/schema", name + ".schema.json")));
  }

  private static List<String> names(JsonNode schema, String definition, String kind) {
    List<String> names = new ArrayList<>();
    schema
        .at("/$defs/" + definition + "/properties")
        .fieldNames()
        .forEachRemaining(name -> names.add(kind + " " + name));
    return names;
  }
}
