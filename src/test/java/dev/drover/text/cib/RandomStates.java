package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.Expression;
import dev.drover.model.config.FencingLevel;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.SettingSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cluster states in which everything that a CIB can say occurs, with texts that need care. */
final class RandomStates {
  private static final List<String> TEXTS =
      List.of("1", "true", "INFINITY", "a b", "<&\"'>", "line\nbreak\ttab", "äöü 漢字", " edge ", "");
  private static final List<String> NAMES =
      List.of("a", "b", "g", "g1", "g2", "c", "c1", "u", "u1", "fence");

  private final Random random;

  RandomStates(long seed) {
    random = new Random(seed);
  }

  ClusterState next() {
    return new ClusterState(configuration(), status());
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }

  private String id() {
    return "id" + random.nextInt(1_000_000_000);
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.put("name-" + random.nextInt(20), pick(TEXTS));
    }
    return values;
  }

  private Score score() {
    return pick(
        List.of(Score.INFINITY, Score.MINUS_INFINITY, new Score(random.nextInt(2000) - 1000)));
  }

  private Expression combination(int depth) {
    List<Expression> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(depth > 0 && random.nextInt(3) == 0 ? combination(depth - 1) : leaf());
    }
    return random.nextBoolean() ? new Expression.All(parts) : new Expression.Any(parts);
  }

  private Expression leaf() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Expression.AttributeTest(
              "#uname",
              pick(List.of("eq", "lt")),
              maybe(() -> "number"),
              maybe(() -> pick(TEXTS)),
              pick(List.of("literal", "meta")));
      case 1 ->
          new Expression.DateTest(
              "in_range",
              maybe(() -> "2024-01-01"),
              maybe(() -> "2025-01-01"),
              pick(List.of(Map.of(), Map.of("hours", "1"))),
              pick(List.of(Map.of(), Map.of("weekdays", "1-5"))));
      case 2 ->
          new Expression.ResourceTest(
              maybe(() -> "ocf"), maybe(() -> "heartbeat"), maybe(() -> "Dummy"));
      default -> new Expression.OperationTest("monitor", maybe(() -> "10s"));
    };
  }

  private SettingSet set() {
    return new SettingSet(id(), score(), maybe(() -> combination(2)), values());
  }

  private Configuration configuration() {
    return new Configuration(
        some(this::set),
        some(this::node),
        resources(),
        some(this::location),
        some(this::colocation),
        some(this::order),
        some(this::ticket),
        some(this::set),
        some(this::set),
        some(
            () ->
                new FencingLevel(
                    id(),
                    maybe(() -> "n1"),
                    maybe(() -> "n.*"),
                    maybe(() -> "rack"),
                    maybe(() -> "1"),
                    1 + random.nextInt(9),
                    List.of("fence"))),
        Map.of("tag", List.of("a", "b")));
  }

  private NodeConfig node() {
    return new NodeConfig(
        id(),
        id(),
        pick(List.of(NodeKind.MEMBER, NodeKind.REMOTE)),
        some(this::set),
        some(this::set),
        score());
  }

  private List<ResourceConfig> resources() {
    ContainerConfig container =
        new ContainerConfig(
            "podman", Map.of("image", "web"), values(), some(this::mapping), some(this::mapping));
    return List.of(
        primitive("a", null),
        primitive("b", "T"),
        primitive("fence", null),
        collective("g", Kind.GROUP, List.of(primitive("g1", null), primitive("g2", "T")), null),
        collective("c", Kind.CLONE, List.of(primitive("c1", null)), null),
        collective("u", Kind.BUNDLE, List.of(primitive("u1", null)), container));
  }

  private ResourceConfig primitive(String name, @Nullable String template) {
    List<OperationConfig> operations =
        some(
            () ->
                new OperationConfig(
                    id(),
                    "monitor",
                    pick(List.of("0", "10s")),
                    values(),
                    some(this::set),
                    some(this::set)));
    return new ResourceConfig(
        name,
        Kind.PRIMITIVE,
        new Agent("ocf", "heartbeat", "Dummy"),
        template,
        some(this::set),
        some(this::set),
        some(this::set),
        operations,
        List.of(),
        null);
  }

  private Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>(values());
    mapping.put("id", id());
    return mapping;
  }

  private ResourceConfig collective(
      String name, Kind kind, List<ResourceConfig> members, @Nullable ContainerConfig container) {
    return new ResourceConfig(
        name,
        kind,
        null,
        null,
        some(this::set),
        some(this::set),
        some(this::set),
        List.of(),
        members,
        container);
  }

  private ResourceSet resourceSet() {
    boolean ends = random.nextBoolean();
    return new ResourceSet(
        id(),
        List.of(pick(NAMES), pick(NAMES)),
        ends || random.nextBoolean(),
        random.nextBoolean(),
        maybe(() -> "promote"),
        maybe(() -> Role.PROMOTED),
        maybe(this::score),
        maybe(() -> "listed"),
        maybe(() -> "Optional"),
        ends);
  }

  private LocationConstraint location() {
    List<LocationRule> rules =
        some(
            () ->
                random.nextBoolean()
                    ? new LocationRule(
                        id(), score(), null, maybe(() -> Role.UNPROMOTED), combination(2))
                    : new LocationRule(id(), null, "weight", null, combination(1)));
    return new LocationConstraint(
        id(),
        pick(NAMES),
        null,
        some(this::resourceSet),
        maybe(() -> Role.STARTED),
        maybe(() -> "n1"),
        maybe(this::score),
        rules,
        maybe(() -> "exclusive"));
  }

  private ColocationConstraint colocation() {
    return new ColocationConstraint(
        id(),
        pick(NAMES),
        maybe(() -> Role.STOPPED),
        pick(NAMES),
        maybe(() -> Role.PROMOTED),
        maybe(() -> "rack"),
        score(),
        maybe(random::nextBoolean),
        some(this::resourceSet));
  }

  private OrderConstraint order() {
    return new OrderConstraint(
        id(),
        pick(NAMES),
        maybe(() -> "promote"),
        pick(NAMES),
        maybe(() -> "start"),
        maybe(() -> "Serialize"),
        maybe(random::nextBoolean),
        random.nextBoolean(),
        some(this::resourceSet));
  }

  private TicketConstraint ticket() {
    return new TicketConstraint(
        id(),
        pick(NAMES),
        maybe(() -> Role.PROMOTED),
        "east",
        maybe(() -> "fence"),
        some(this::resourceSet));
  }

  private Status status() {
    return new Status(
        random.nextBoolean(),
        maybe(this::id),
        maybe(() -> 1_700_000_000L),
        some(this::nodeState),
        some(this::ticketState),
        random.nextBoolean());
  }

  private TicketState ticketState() {
    return new TicketState(
        id(), random.nextBoolean(), random.nextBoolean(), random.nextInt(100) - 1, values());
  }

  private NodeState nodeState() {
    List<ResourceHistory> history =
        some(
            () ->
                new ResourceHistory(
                    pick(NAMES),
                    maybe(() -> new Agent("stonith", null, "fence_dummy")),
                    values(),
                    some(this::operation)));
    return new NodeState(
        id(),
        id(),
        random.nextBoolean(),
        maybe(() -> "true"),
        maybe(() -> "online"),
        maybe(() -> "member"),
        maybe(() -> "down"),
        values(),
        values(),
        values(),
        history);
  }

  private OperationRecord operation() {
    boolean known = random.nextBoolean();
    String key = known ? "3:1:7:2668bbeb-06d5-40f9-936d-24cb7f87006a" : "";
    return new OperationRecord(
        id(),
        id(),
        "monitor",
        random.nextInt(100_000),
        random.nextInt(100) - 1,
        random.nextInt(12) - 1,
        random.nextInt(10),
        known ? 7 : -1,
        key,
        random.nextInt(2),
        random.nextInt(2),
        pick(TEXTS),
        maybe(() -> "n1"),
        maybe(() -> "n2"),
        values());
  }
}
