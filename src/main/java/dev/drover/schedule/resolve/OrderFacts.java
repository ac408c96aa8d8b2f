package dev.drover.schedule.resolve;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.fact.OrderPair;
import dev.drover.model.fact.OrderPair.Kind;
import dev.drover.model.fact.OrderPair.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Order constraints as pairs of actions, inverse orders included. */
public final class OrderFacts {
  private static final String START = "start";
  private static final Map<String, String> INVERSES =
      Map.of("start", "stop", "stop", "start", "promote", "demote", "demote", "promote");

  private final Names names;
  private final List<OrderPair> pairs = new ArrayList<>();

  private OrderFacts(Names names) {
    this.names = names;
  }

  /** Expands all order constraints of a configuration, in their order. */
  public static List<OrderPair> of(Configuration configuration, Names names) {
    OrderFacts facts = new OrderFacts(names);
    configuration.orders().forEach(facts::add);
    return facts.pairs;
  }

  private void add(OrderConstraint order) {
    Kind kind = kind(order.kind());
    Symmetry symmetry = symmetry(kind, order.symmetrical());
    if (!order.sets().isEmpty()) {
      addSets(order, order.sets(), kind, symmetry);
    } else if (order.first() != null && order.then() != null) {
      if (names.members(order.first()).isPresent() || names.members(order.then()).isPresent()) {
        // A template or tag stands for a set in which nothing is ordered.
        addSets(
            order,
            List.of(
                asSet(order.first(), order.firstAction()), asSet(order.then(), order.thenAction())),
            kind,
            symmetry);
      } else {
        addTwo(order, order.first(), order.then(), kind, symmetry);
      }
    }
  }

  private static ResourceSet asSet(String name, @Nullable String action) {
    return new ResourceSet(name, List.of(name), false, true, action, null, null, null, null);
  }

  private void addTwo(
      OrderConstraint order, String firstName, String nextName, Kind kind, Symmetry symmetry) {
    Optional<String> first = names.resource(firstName);
    Optional<String> next = names.resource(nextName);
    if (first.isEmpty() || next.isEmpty()) {
      return;
    }
    String firstAction = order.firstAction() == null ? START : order.firstAction();
    String nextAction = order.thenAction() == null ? firstAction : order.thenAction();
    OrderSide before = new OrderSide(first.get(), firstAction, null);
    OrderSide after = new OrderSide(next.get(), nextAction, null);
    pairs.add(before.then(after, order.id(), kind, symmetry, order.requireAll()));
    String inverseFirst = INVERSES.get(firstAction);
    String inverseNext = INVERSES.get(nextAction);
    if (symmetry == Symmetry.FORWARD && inverseFirst != null && inverseNext != null) {
      pairs.add(
          after
              .doing(inverseNext)
              .then(before.doing(inverseFirst), order.id(), kind, Symmetry.INVERSE, true));
    }
  }

  private void addSets(
      OrderConstraint order, List<ResourceSet> sets, Kind kind, Symmetry symmetry) {
    OrderedSet previous = null;
    for (ResourceSet set : sets) {
      Optional<List<String>> resources = names.all(set.resources());
      if (resources.isEmpty()) {
        return;
      }
      OrderedSet current = new OrderedSet(set, resources.get());
      addWithin(order, current, kind);
      if (previous != null) {
        addBetween(order.id(), previous, current, kind, symmetry);
        if (symmetry == Symmetry.FORWARD) {
          addBetween(order.id(), current, previous, kind, Symmetry.INVERSE);
        }
      }
      previous = current;
    }
  }

  /** A set whose names have been resolved. */
  private record OrderedSet(ResourceSet written, List<String> resources) {
    String action() {
      return written.action() == null ? START : written.action();
    }

    /** The members that a neighbour is ordered relative to. */
    List<String> facing(boolean first) {
      if (!written.endsOnly() || resources.isEmpty()) {
        return resources;
      }
      return List.of(resources.get(first ? 0 : resources.size() - 1));
    }
  }

  private void addWithin(OrderConstraint order, OrderedSet set, Kind parentKind) {
    ResourceSet written = set.written();
    Kind kind = written.kind() == null ? parentKind : kind(written.kind());
    Symmetry symmetry = symmetry(kind, order.symmetrical());
    List<String> resources = set.resources();
    if (kind == Kind.SERIALIZE) {
      for (int i = 0; i < resources.size(); i++) {
        addAll(
            written.id(),
            set.action(),
            resources.subList(i, i + 1),
            set.action(),
            resources.subList(i + 1, resources.size()),
            kind,
            symmetry);
      }
    } else if (written.sequential()) {
      for (int i = 1; i < resources.size(); i++) {
        addAll(
            written.id(),
            set.action(),
            resources.subList(i - 1, i),
            set.action(),
            resources.subList(i, i + 1),
            kind,
            symmetry);
      }
    }
    String inverse = INVERSES.get(set.action());
    if (symmetry == Symmetry.FORWARD && written.sequential() && inverse != null) {
      for (int i = 1; i < resources.size(); i++) {
        addAll(
            written.id(),
            inverse,
            resources.subList(i, i + 1),
            inverse,
            resources.subList(i - 1, i),
            kind,
            Symmetry.INVERSE);
      }
    }
  }

  private void addBetween(
      String id, OrderedSet first, OrderedSet next, Kind kind, Symmetry symmetry) {
    boolean inverse = symmetry == Symmetry.INVERSE;
    String firstAction = inverse ? INVERSES.get(first.action()) : first.action();
    String nextAction = inverse ? INVERSES.get(next.action()) : next.action();
    if (firstAction == null || nextAction == null) {
      return;
    }
    // On the way down everything must be down: "any one of them" speaks of what has to be up only.
    boolean down = firstAction.equals("stop") || firstAction.equals("demote");
    if (first.written().requireAll() || down) {
      addAll(
          id,
          firstAction,
          first.facing(inverse),
          nextAction,
          next.facing(!inverse),
          kind,
          symmetry);
      return;
    }
    OrderSide gate = new OrderSide(null, null, "one-or-more:" + first.written().id());
    for (String resource : first.resources()) {
      pairs.add(new OrderSide(resource, firstAction, null).then(gate, id, kind, symmetry, true));
    }
    for (String resource : next.resources()) {
      pairs.add(gate.then(new OrderSide(resource, nextAction, null), id, kind, symmetry, true));
    }
  }

  private void addAll(
      String id,
      String firstAction,
      List<String> firsts,
      String nextAction,
      List<String> nexts,
      Kind kind,
      Symmetry symmetry) {
    for (String first : firsts) {
      for (String next : nexts) {
        OrderSide before = new OrderSide(first, firstAction, null);
        pairs.add(before.then(new OrderSide(next, nextAction, null), id, kind, symmetry, true));
      }
    }
  }

  /** The kind by its name; what is no kind counts as mandatory. */
  private static Kind kind(@Nullable String name) {
    return "Optional".equals(name)
        ? Kind.OPTIONAL
        : "Serialize".equals(name) ? Kind.SERIALIZE : Kind.MANDATORY;
  }

  /**
   * Whether the inverse is ordered too: by default, but never where only "not at the same time" is
   * asked for.
   */
  private static Symmetry symmetry(Kind kind, @Nullable Boolean symmetrical) {
    boolean alone = kind == Kind.SERIALIZE || Boolean.FALSE.equals(symmetrical);
    return alone ? Symmetry.ALONE : Symmetry.FORWARD;
  }
}
