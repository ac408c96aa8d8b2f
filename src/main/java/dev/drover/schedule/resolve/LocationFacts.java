package dev.drover.schedule.resolve;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.fact.Preference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Location constraints as one preference for each resource and node.
 *
 * @param preferences in the order of the constraints, then of resources and nodes
 * @param exclusive the resources that may be looked for only where a preference says so
 */
public record LocationFacts(List<Preference> preferences, Set<String> exclusive) {
  private static final String EXCLUSIVE = "exclusive";

  /** Expands all location constraints of a configuration. */
  public static LocationFacts of(
      Configuration configuration, Names names, Instant now, Located located) {
    LocationFacts facts = new LocationFacts(new ArrayList<>(), new LinkedHashSet<>());
    for (LocationConstraint location : configuration.locations()) {
      facts.add(location, names, now, located);
    }
    return facts;
  }

  private void add(LocationConstraint location, Names names, Instant now, Located located) {
    Context context = Context.at(now);
    if (!location.sets().isEmpty()) {
      for (ResourceSet set : location.sets()) {
        for (String resource : names.all(set.resources()).orElse(List.of())) {
          Role role = set.role() == null ? location.role() : set.role();
          add(location, resource, role, set.score(), context, located);
        }
      }
    } else if (location.resource() != null) {
      for (String resource : names.all(List.of(location.resource())).orElse(List.of())) {
        add(location, resource, location.role(), null, context, located);
      }
    } else if (location.pattern() != null) {
      addMatching(location, location.pattern(), names, context, located);
    }
  }

  private void addMatching(
      LocationConstraint location, String pattern, Names names, Context context, Located located) {
    Optional<NamePattern> compiled = NamePattern.compile(pattern);
    for (String resource : compiled.isPresent() ? names.top() : List.<String>of()) {
      compiled
          .get()
          .match(resource)
          .ifPresent(
              groups ->
                  add(
                      location,
                      resource,
                      location.role(),
                      null,
                      context.matching(groups),
                      located));
    }
  }

  private void add(
      LocationConstraint location,
      String resource,
      @Nullable Role role,
      @Nullable Score setScore,
      Context context,
      Located located) {
    String discovery = discovery(location);
    Score score = setScore == null ? location.score() : setScore;
    if (location.node() != null && score != null) {
      String node = located.nodeIds().get(location.node());
      if (node == null) {
        return;
      }
      preferences.add(
          new Preference(location.id(), resource, node, score, Roles.located(role), discovery));
    } else if (location.rules().isEmpty()) {
      return;
    } else {
      location.rules().forEach(rule -> add(rule, resource, discovery, context, located));
    }
    if (EXCLUSIVE.equals(discovery)) {
      exclusive.add(resource);
    }
  }

  private void add(
      LocationRule rule,
      String resource,
      @Nullable String discovery,
      Context context,
      Located located) {
    Map<String, String> meta = located.resources().meta(resource);
    located
        .nodes()
        .forEach(
            (node, attributes) -> {
              Map<String, String> parameters = located.resources().parameters(resource, node);
              Context here = context.onNode(attributes).forResource(parameters, meta);
              Score score = score(rule, here);
              if (score != null && Conditions.holds(rule.condition(), here)) {
                preferences.add(
                    new Preference(
                        rule.id(), resource, node, score, Roles.located(rule.role()), discovery));
              }
            });
  }

  /** A rule's score on a node; null where the node lacks the attribute that gives it. */
  private static @Nullable Score score(LocationRule rule, Context here) {
    if (rule.scoreAttribute() == null) {
      return rule.score();
    }
    String value = here.node().get(AttributeTests.expand(rule.scoreAttribute(), here.groups()));
    return value == null ? null : Score.parse(value).orElse(null);
  }

  private static @Nullable String discovery(LocationConstraint location) {
    String discovery =
        location.discovery() == null ? "always" : location.discovery().toLowerCase(Locale.ROOT);
    return discovery.equals("always") ? null : discovery;
  }
}
