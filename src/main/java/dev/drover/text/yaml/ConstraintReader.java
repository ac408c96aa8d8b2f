package dev.drover.text.yaml;

import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.scenario.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads constraints; the first key says of what sort one is: locate, colocate, order or ticket. */
final class ConstraintReader {
  private static final List<String> SORTS =
      List.of(
          "locate",
          "locate-pattern",
          "locate-sets",
          "colocate",
          "colocate-sets",
          "order",
          "order-sets",
          "ticket");
  private static final List<String> ACTIONS = List.of("start", "stop", "promote", "demote");

  private final Problems problems;
  private final Names names;
  private final ExpressionReader expressions;
  private final ResourceSetReader sets;

  private final List<LocationConstraint> locations = new ArrayList<>();
  private final List<ColocationConstraint> colocations = new ArrayList<>();
  private final List<OrderConstraint> orders = new ArrayList<>();
  private final List<TicketConstraint> tickets = new ArrayList<>();

  ConstraintReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
    this.expressions = new ExpressionReader(problems);
    this.sets = new ResourceSetReader(problems, names);
  }

  Constraints read(List<YamlNode> nodes) {
    nodes.forEach(this::readOne);
    return new Constraints(
        List.copyOf(locations),
        List.copyOf(colocations),
        List.copyOf(orders),
        List.copyOf(tickets));
  }

  private void readOne(YamlNode node) {
    if (!(node instanceof YamlNode.Fields map)) {
      problems.add(node, "a constraint such as {colocate: web, with: ip, score: INFINITY}");
      return;
    }
    String sort = SORTS.stream().filter(map.fields()::containsKey).findFirst().orElse("");
    switch (sort) {
      case "locate", "locate-pattern", "locate-sets" -> locations.add(location(node, sort));
      case "colocate", "colocate-sets" -> colocations.add(colocation(node, sort));
      case "order", "order-sets" -> orders.add(order(node, sort));
      case "ticket" -> tickets.add(ticket(node));
      default -> {
        String first = map.fields().keySet().stream().findFirst().orElse("nothing");
        problems.unknown(
            node.mark(), first, "a constraint with one of " + String.join(", ", SORTS), SORTS);
      }
    }
  }

  private String id(Section section, String wish) {
    if (!section.has("id")) {
      return names.newConstraint(wish);
    }
    String id = section.name("id");
    names.newConstraint(id, section.mark("id"));
    return id;
  }

  private String resource(Section section, String key) {
    String name = section.required(key);
    names.constrained(name, section.mark(key));
    return name;
  }

  private LocationConstraint location(YamlNode node, String sort) {
    Section section =
        Section.open(
            node,
            "a location constraint",
            List.of(
                sort,
                "id",
                "on",
                "score",
                "score-attribute",
                "where",
                "rules",
                "role",
                "discovery"),
            problems);
    String resource = sort.equals("locate") ? resource(section, sort) : null;
    String pattern = sort.equals("locate-pattern") ? pattern(section, sort) : null;
    List<ResourceSet> resources =
        sort.equals("locate-sets") ? sets.read(section.items(sort)) : List.of();
    String where = section.has("on") ? section.text("on") : null;
    if (where != null) {
      names.node(where, section.mark("on"));
    }
    String of = resource != null ? resource : pattern != null ? "pattern" : "sets";
    String id = id(section, of + (where == null ? "-by-rule" : "-on-" + where));
    int ways =
        (section.has("on") ? 1 : 0)
            + (section.has("where") ? 1 : 0)
            + (section.has("rules") ? 1 : 0);
    if (ways != 1) {
      problems.add(section.mark(sort), of, "one of `on`, `where` and `rules` to say where", null);
    }
    Score score = section.score("score");
    if (score == null && section.has("on")) {
      section.missing("score");
    }
    return new LocationConstraint(
        id,
        resource,
        pattern,
        resources,
        section.role("role"),
        where,
        where == null ? null : score,
        rules(section, id),
        section.word("discovery", List.of("always", "never", "exclusive")));
  }

  private @Nullable String pattern(Section section, String key) {
    String text = section.required(key);
    try {
      Pattern.compile(text.startsWith("!") ? text.substring(1) : text);
    } catch (PatternSyntaxException e) {
      problems.add(section.mark(key), text, "a regular expression", null);
    }
    return text;
  }

  private List<LocationRule> rules(Section section, String id) {
    if (section.has("where")) {
      return List.of(rule(section, id + "-rule"));
    }
    List<LocationRule> rules = new ArrayList<>();
    for (YamlNode each : section.items("rules")) {
      Section rule =
          Section.open(
              each, "a rule", List.of("where", "score", "score-attribute", "role"), problems);
      rules.add(rule(rule, id + "-rule" + (rules.isEmpty() ? "" : "-" + (rules.size() + 1))));
    }
    return rules;
  }

  private LocationRule rule(Section section, String id) {
    Score score = section.score("score");
    String attribute = section.text("score-attribute");
    if (section.has("score") == section.has("score-attribute")) {
      problems.add(section.mark(), "a rule", "either `score` or `score-attribute` in it", null);
    }
    return new LocationRule(
        id,
        score,
        attribute,
        section.role("role"),
        expressions.read(section.requiredNode("where")));
  }

  private ColocationConstraint colocation(YamlNode node, String sort) {
    boolean pair = sort.equals("colocate");
    List<String> keys =
        new ArrayList<>(List.of(sort, "id", "score", "node-attribute", "influence"));
    if (pair) {
      keys.addAll(List.of("with", "role", "with-role"));
    }
    Section section = Section.open(node, "a colocation constraint", keys, problems);
    String dependent = pair ? resource(section, sort) : null;
    String primary = pair ? resource(section, "with") : null;
    if (!section.has("score")) {
      section.missing("score");
    }
    return new ColocationConstraint(
        id(section, pair ? dependent + "-with-" + primary : "colocation"),
        dependent,
        section.role("role"),
        primary,
        section.role("with-role"),
        section.text("node-attribute"),
        Objects.requireNonNullElse(section.score("score"), Score.ZERO),
        section.bool("influence"),
        pair ? List.of() : sets.read(section.items(sort)));
  }

  /**
   * A resource and what is done with it, written {@code stop web}, or {@code web} for starting it.
   */
  private record Half(@Nullable String action, String resource) {}

  private Half half(YamlNode.Text text) {
    String[] words = text.value().trim().split("\\s+");
    String resource = words[words.length - 1];
    names.constrained(resource, text.mark());
    if (words.length == 1) {
      return new Half(null, resource);
    }
    if (words.length > 2 || !ACTIONS.contains(words[0])) {
      problems.unknown(
          text.mark(), text.value(), "such as `start web`; " + String.join(", ", ACTIONS), ACTIONS);
    }
    return new Half(words[0], resource);
  }

  private OrderConstraint order(YamlNode node, String sort) {
    Section section =
        Section.open(
            node,
            "an order constraint",
            List.of(sort, "id", "kind", "symmetrical", "require-all"),
            problems);
    List<Half> halves =
        sort.equals("order") ? section.texts(sort).stream().map(this::half).toList() : List.of();
    if (sort.equals("order") && halves.size() != 2) {
      problems.add(
          section.mark(sort),
          halves.size() + " actions",
          "two, such as [stop web, start mail]",
          null);
      halves = List.of(new Half(null, ""), new Half(null, ""));
    }
    Half first = halves.isEmpty() ? null : halves.get(0);
    Half next = halves.isEmpty() ? null : halves.get(1);
    String wish = first == null || next == null ? "order" : words(first) + "-then-" + words(next);
    return new OrderConstraint(
        id(section, wish),
        first == null ? null : first.resource(),
        first == null ? null : first.action(),
        next == null ? null : next.resource(),
        next == null ? null : next.action(),
        section.word("kind", List.of("Mandatory", "Optional", "Serialize")),
        section.bool("symmetrical"),
        section.bool("require-all", true),
        first == null ? sets.read(section.items(sort)) : List.of());
  }

  private static String words(Half half) {
    return half.action() == null ? half.resource() : half.action() + "-" + half.resource();
  }

  private TicketConstraint ticket(YamlNode node) {
    Section section =
        Section.open(
            node,
            "a ticket constraint",
            List.of("ticket", "id", "resource", "sets", "role", "loss-policy"),
            problems);
    String ticket = section.name("ticket");
    if (section.has("resource") == section.has("sets")) {
      problems.add(
          section.mark("ticket"), ticket, "either `resource` or `sets` to say what needs it", null);
    }
    String resource = section.has("resource") ? resource(section, "resource") : null;
    return new TicketConstraint(
        id(section, (resource == null ? "sets" : resource) + "-needs-" + ticket),
        resource,
        section.role("role"),
        ticket,
        section.word("loss-policy", List.of("stop", "demote", "fence", "freeze")),
        sets.read(section.items("sets")));
  }
}
