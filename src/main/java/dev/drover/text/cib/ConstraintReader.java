package dev.drover.text.cib;

import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Expression;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.model.fact.Words;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <constraints>}. */
final class ConstraintReader {
  private final Document document;
  private final RuleReader rules;
  private final Set<String> known;
  private final Set<String> bundles;

  /**
   * Makes a reader.
   *
   * @param known the names of all resources, templates and tags
   * @param bundles the names of the bundles among them
   */
  ConstraintReader(Document document, RuleReader rules, Set<String> known, Set<String> bundles) {
    this.document = document;
    this.rules = rules;
    this.known = known;
    this.bundles = bundles;
  }

  LocationConstraint location(XmlElement written) throws InputException {
    List<LocationRule> locationRules = new ArrayList<>();
    for (XmlElement rule : document.resolvedChildren(written, "rule")) {
      locationRules.add(locationRule(rule));
    }
    LocationConstraint location =
        new LocationConstraint(
            document.required(written, "id"),
            resource(written, "rsc"),
            written.get("rsc-pattern"),
            sets(written),
            document.role(written, "role"),
            written.get("node"),
            document.score(written, "score"),
            locationRules,
            written.get("resource-discovery"));
    if (location.resource() == null && location.pattern() == null && location.sets().isEmpty()) {
      document.problem(
          written, written.toString(), "one of `rsc`, `rsc-pattern` and <resource_set>", null);
    }
    return Lifetime.apply(location, lifetime(written));
  }

  private LocationRule locationRule(XmlElement rule) throws InputException {
    String attribute = rule.get("score-attribute");
    Score score = document.score(rule, "score");
    if (attribute == null && score == null && rule.get("score") == null) {
      document.problem(rule, rule.toString(), "an attribute `score` or `score-attribute`", null);
    }
    return new LocationRule(
        rule.id(),
        attribute == null ? score : null,
        attribute,
        document.role(rule, "role"),
        rules.condition(rule));
  }

  private List<Expression> lifetime(XmlElement written) throws InputException {
    List<Expression> conditions = new ArrayList<>();
    for (XmlElement rule : written.grandchildren("lifetime").filter(e -> e.is("rule")).toList()) {
      conditions.add(rules.condition(rule));
    }
    return conditions;
  }

  ColocationConstraint colocation(XmlElement written) throws InputException {
    List<ResourceSet> sets = sets(written);
    Score score = document.score(written, "score");
    ColocationConstraint colocation =
        new ColocationConstraint(
            document.required(written, "id"),
            resource(written, "rsc"),
            document.role(written, "rsc-role"),
            resource(written, "with-rsc"),
            document.role(written, "with-rsc-role"),
            written.get("node-attribute"),
            score == null ? Score.ZERO : score,
            influence(written),
            sets);
    requireBoth(written, sets, "rsc", "with-rsc");
    return colocation;
  }

  /**
   * The schema lets any word stand here; one that is no truth value leaves the choice to the
   * resource.
   */
  private static @Nullable Boolean influence(XmlElement written) {
    return Optional.ofNullable(written.get("influence")).flatMap(Words::truth).orElse(null);
  }

  OrderConstraint order(XmlElement written) throws InputException {
    List<ResourceSet> sets = sets(written);
    OrderConstraint order =
        new OrderConstraint(
            document.required(written, "id"),
            resource(written, "first"),
            written.get("first-action"),
            resource(written, "then"),
            written.get("then-action"),
            orderKind(written),
            document.bool(written, "symmetrical"),
            document.bool(written, "require-all", true),
            sets);
    requireBoth(written, sets, "first", "then");
    return order;
  }

  TicketConstraint ticket(XmlElement written) throws InputException {
    List<ResourceSet> sets = sets(written);
    if (sets.isEmpty()) {
      document.required(written, "rsc");
    }
    return new TicketConstraint(
        document.required(written, "id"),
        resource(written, "rsc"),
        document.role(written, "rsc-role"),
        document.required(written, "ticket"),
        written.get("loss-policy"),
        sets);
  }

  private List<ResourceSet> sets(XmlElement written) throws InputException {
    List<ResourceSet> sets = new ArrayList<>();
    for (XmlElement set : document.resolvedChildren(written, "resource_set")) {
      List<String> resources = new ArrayList<>();
      for (XmlElement reference : set.children("resource_ref").toList()) {
        document.required(reference, "id");
        String resource = resource(reference, "id");
        if (resource != null) {
          resources.add(resource);
        }
      }
      sets.add(
          new ResourceSet(
              set.id(),
              resources,
              document.bool(set, "sequential", true),
              document.bool(set, "require-all", true),
              set.get("action"),
              document.role(set, "role"),
              document.score(set, "score"),
              set.get("ordering"),
              orderKind(set),
              // Pacemaker tells "sequential because it says so" from "sequential because it says
              // nothing".
              document.bool(set, "sequential", false)));
    }
    return sets;
  }

  /** The kind of an order: before there were kinds, a score of 0 made it optional. */
  private @Nullable String orderKind(XmlElement written) throws InputException {
    String kind = written.get("kind");
    boolean scored = kind == null && written.is("rsc_order");
    return scored && Score.ZERO.equals(document.score(written, "score")) ? "Optional" : kind;
  }

  private @Nullable String resource(XmlElement written, String attribute) throws InputException {
    String resource = written.get(attribute);
    if (resource != null && !isKnown(resource)) {
      document.unknown(
          written, resource, "the id of a resource, template or tag in `" + attribute + "`", known);
    }
    return resource;
  }

  /** Besides what is configured there are clones' instances, and what a bundle is made of. */
  private boolean isKnown(String resource) {
    return known.contains(resource)
        || known.contains(resource.replaceFirst(":[0-9]+$", ""))
        || bundles.stream().anyMatch(bundle -> resource.startsWith(bundle + "-"));
  }

  private void requireBoth(XmlElement written, List<ResourceSet> sets, String one, String other)
      throws InputException {
    if (sets.isEmpty()) {
      document.required(written, one);
      document.required(written, other);
    }
  }
}
