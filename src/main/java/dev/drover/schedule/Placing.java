package dev.drover.schedule;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.Attachment;
import dev.drover.model.fact.AttributesOfHost;
import dev.drover.model.fact.Ban;
import dev.drover.model.fact.BaseScore;
import dev.drover.model.fact.BundleReplica;
import dev.drover.model.fact.Colocation;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.Everywhere;
import dev.drover.model.fact.Frozen;
import dev.drover.model.fact.LooseGroup;
import dev.drover.model.fact.NeverPromoted;
import dev.drover.model.fact.NonCritical;
import dev.drover.model.fact.NotPlaced;
import dev.drover.model.fact.PlacementStrategy;
import dev.drover.model.fact.Priority;
import dev.drover.model.fact.PromotionWeight;
import dev.drover.model.fact.Reachable;
import dev.drover.model.fact.RoleLimit;
import dev.drover.model.fact.Stays;
import dev.drover.model.fact.Stickiness;
import dev.drover.model.fact.TakesRoom;
import dev.drover.model.fact.Usable;
import dev.drover.model.fact.Weight;
import dev.drover.model.fact.Words;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.place.Hold;
import dev.drover.schedule.place.NodeSeat;
import dev.drover.schedule.place.PlacementInput;
import dev.drover.schedule.place.Preference;
import dev.drover.schedule.place.Preference.Reach;
import dev.drover.schedule.place.PromotionScore;
import dev.drover.schedule.place.Strategy;
import dev.drover.schedule.place.Traits;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Hands the conclusions of the rules to placement. */
final class Placing {
  private final Given given;
  private final RuleSession session;
  private final Instant now;
  private final List<Item> items;

  Placing(Given given, RuleSession session, Instant now) {
    this.given = given;
    this.session = session;
    this.now = now;
    this.items = given.resources().all();
  }

  PlacementInput input(
      PerItem<Standing> standings,
      List<Colocation> colocations,
      List<Colocation> implied,
      List<PromotionScore> promotions,
      boolean explained) {
    return new PlacementInput(
        seats(),
        given.resources().roots(),
        standings,
        traits(),
        preferences(),
        promotions,
        promotedPreferences(),
        colocations,
        implied,
        given.replicas(),
        strategy(),
        explained);
  }

  private List<NodeSeat> seats() {
    Set<String> usable = new HashSet<>();
    session.facts(Usable.class).forEach(fact -> usable.add(fact.node()));
    Set<String> reachable = new HashSet<>();
    session.facts(Reachable.class).forEach(fact -> reachable.add(fact.node()));
    Map<String, Connection> connections = new HashMap<>();
    session.facts(Connection.class).forEach(fact -> connections.put(fact.node(), fact));
    Set<String> bundled = new HashSet<>();
    given
        .replicas()
        .values()
        .forEach(replicas -> replicas.forEach(replica -> bundled.add(replica.node())));
    List<NodeSeat> seats = new ArrayList<>();
    for (NodeTable.Entry node : given.nodes().all()) {
      Connection connection = connections.get(node.id());
      seats.add(
          new NodeSeat(
              node.id(),
              node.name(),
              usable.contains(node.id()),
              reachable.contains(node.id()),
              connection == null ? null : connection.resource(),
              given.container(node),
              node.attributes(),
              numbers(node.capacity()),
              !bundled.contains(node.id())));
    }
    return seats;
  }

  private static Map<String, Integer> numbers(Map<String, String> values) {
    Map<String, Integer> numbers = new TreeMap<>();
    values.forEach(
        (name, value) ->
            numbers.put(name, (int) Math.min(Integer.MAX_VALUE, Words.number(value, 0))));
    return numbers;
  }

  /** For each resource one of several reasons, the same every time: the first by the alphabet. */
  private <T> Map<String, String> firstReasons(
      Class<T> facts, Function<T, String> resource, Function<T, String> reason) {
    Map<String, String> first = new TreeMap<>();
    session
        .facts(facts)
        .forEach(
            fact ->
                first.merge(
                    resource.apply(fact),
                    reason.apply(fact),
                    (a, b) -> a.compareTo(b) <= 0 ? a : b));
    return first;
  }

  private Strategy strategy() {
    return session.facts(PlacementStrategy.class).stream()
        .findFirst()
        .map(fact -> new Strategy(fact.capacityCounts(), fact.mostFree(), fact.fewestResources()))
        .orElse(new Strategy(false, false, false));
  }

  private PerItem<Traits> traits() {
    Map<String, Integer> priority = new HashMap<>();
    session.facts(Priority.class).forEach(fact -> priority.put(fact.resource(), fact.value()));
    Map<String, Integer> stickiness = new HashMap<>();
    session.facts(Stickiness.class).forEach(fact -> stickiness.put(fact.resource(), fact.value()));
    Map<String, Role> limit = new HashMap<>();
    session
        .facts(RoleLimit.class)
        .forEach(
            fact ->
                limit.merge(fact.resource(), fact.role(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
    Map<String, Hold> holds = new HashMap<>();
    firstReasons(NotPlaced.class, NotPlaced::resource, NotPlaced::reason)
        .forEach((resource, reason) -> holds.put(resource, new Hold.Nowhere(reason)));
    firstReasons(Stays.class, Stays::resource, Stays::reason)
        .forEach((resource, reason) -> holds.put(resource, new Hold.Stay(reason)));
    Set<String> frozen = new HashSet<>();
    session.facts(Frozen.class).forEach(fact -> frozen.add(fact.resource()));
    Set<String> unwelcome = new HashSet<>();
    session
        .facts(BaseScore.class)
        .forEach(
            fact -> {
              if (fact.score().isMinusInfinity()) {
                unwelcome.add(fact.resource());
              }
            });
    Set<String> loose = new HashSet<>();
    session.facts(LooseGroup.class).forEach(fact -> loose.add(fact.group()));
    Set<String> nonCritical = new HashSet<>();
    session.facts(NonCritical.class).forEach(fact -> nonCritical.add(fact.member()));
    Set<String> nested = new HashSet<>();
    session.facts(BundleReplica.class).forEach(fact -> nested.add(fact.connection()));
    Set<String> ofHost = new HashSet<>();
    session.facts(AttributesOfHost.class).forEach(fact -> ofHost.add(fact.resource()));
    Set<String> neverPromoted = new HashSet<>();
    session.facts(NeverPromoted.class).forEach(fact -> neverPromoted.add(fact.resource()));
    PerItem<Traits> traits = new PerItem<>();
    for (Item item : items) {
      traits.put(
          item,
          new Traits(
              priority.getOrDefault(item.id(), 0),
              stickiness.getOrDefault(item.id(), 0),
              limit.get(item.id()),
              holds.get(item.id()),
              frozen.contains(item.id()),
              !unwelcome.contains(item.id()),
              !loose.contains(item.id()),
              !nonCritical.contains(item.id()),
              nested.contains(item.id()),
              ofHost.contains(item.id()),
              neverPromoted.contains(item.id()),
              needs(item)));
    }
    return traits;
  }

  private Map<String, Integer> needs(Item item) {
    var primitive = given.resources().primitive(item);
    return !item.isPrimitive() || primitive == null
        ? Map.of()
        : numbers(Settings.resolve(primitive.utilization(), Context.at(now)));
  }

  /** Which primitives take capacity, as facts. */
  List<TakesRoom> takers() {
    return items.stream()
        .filter(item -> !needs(item).isEmpty())
        .map(item -> new TakesRoom(item.id()))
        .toList();
  }

  private List<Preference> preferences() {
    List<Preference> preferences = new ArrayList<>();
    for (Weight fact : sorted(session.facts(Weight.class))) {
      preferences.add(new Preference(fact.resource(), fact.node(), fact.score(), Reach.LOCATION));
    }
    for (Attachment fact : session.facts(Attachment.class)) {
      preferences.add(
          new Preference(fact.resource(), fact.node(), fact.score(), Reach.WHERE_WELCOME));
    }
    for (Ban fact : session.facts(Ban.class)) {
      preferences.add(
          new Preference(fact.resource(), fact.node(), Score.MINUS_INFINITY, Reach.ALL));
    }
    for (Everywhere fact : session.facts(Everywhere.class)) {
      for (NodeTable.Entry node : given.nodes().all()) {
        preferences.add(new Preference(fact.resource(), node.id(), fact.score(), Reach.ALL));
      }
    }
    return preferences;
  }

  private static List<Weight> sorted(List<Weight> facts) {
    List<Weight> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.comparing(Weight::resource)
            .thenComparing(Weight::node)
            .thenComparing(Weight::reason)
            .thenComparing(Weight::score));
    return sorted;
  }

  private List<Preference> promotedPreferences() {
    List<Preference> preferences = new ArrayList<>();
    for (PromotionWeight fact : session.facts(PromotionWeight.class)) {
      preferences.add(new Preference(fact.resource(), fact.node(), fact.score(), Reach.LOCATION));
    }
    return preferences;
  }
}
