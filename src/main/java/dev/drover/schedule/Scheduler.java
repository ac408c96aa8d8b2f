package dev.drover.schedule;

import dev.drover.model.ClusterState;
import dev.drover.model.fact.AnswerEffect;
import dev.drover.model.fact.AtMost;
import dev.drover.model.fact.Bound;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.FatalFailure;
import dev.drover.model.fact.FencingTime;
import dev.drover.model.fact.LookAgain;
import dev.drover.model.fact.Placed;
import dev.drover.model.fact.Priority;
import dev.drover.model.fact.Unguarded;
import dev.drover.model.fact.WatchdogTime;
import dev.drover.plan.Assessment;
import dev.drover.plan.Because;
import dev.drover.plan.Conduct;
import dev.drover.plan.Decision;
import dev.drover.plan.Outcome;
import dev.drover.plan.Ruling;
import dev.drover.rules.RuleBase;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.act.Acting;
import dev.drover.schedule.act.Calls;
import dev.drover.schedule.assess.Findings;
import dev.drover.schedule.assess.Readings;
import dev.drover.schedule.assess.StatusViews;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Ordering;
import dev.drover.schedule.place.Placements;
import dev.drover.schedule.place.Placer;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a decision: a pure function of the cluster state, the policy and the clock.
 *
 * <p>The rules decide stage by stage; between the stages, mechanism folds histories, adds up
 * scores, and carries "required" and "cannot" along the orders. Safe for use by several threads.
 */
public final class Scheduler {
  private static final String ASSESS = "1-assess";
  private static final String FENCE = "2-fence";

  private final RuleBase rules;
  private final Defaults defaults;

  /**
   * A scheduler for one policy.
   *
   * @param defaults what counts where an operator wrote nothing
   */
  public Scheduler(RuleBase rules, Defaults defaults) {
    this.rules = rules;
    this.defaults = defaults;
  }

  /** Decides what to do. */
  public Decision decide(ClusterState state, Instant now) {
    return decide(state, now, false);
  }

  /** Decides what to do, and says of every conclusion which rule and facts led to it. */
  public Decision explain(ClusterState state, Instant now) {
    return decide(state, now, true);
  }

  /** Decides what to do, and says what each agent is given for it. */
  public Ruling rule(ClusterState state, Instant now) {
    Given given = new Given(state, now, defaults);
    Decision decision = decide(given, state, now, false);
    return new Ruling(decision, new Calls(given).of(decision.plan()));
  }

  private Decision decide(ClusterState state, Instant now, boolean explained) {
    return decide(new Given(state, now, defaults), state, now, explained);
  }

  private Decision decide(Given given, ClusterState state, Instant now, boolean explained) {
    try (RuleSession session = rules.open()) {
      session.insertAll(given.clusterFacts());
      session.fire(ASSESS);
      List<CloneShape> shapes = new ArrayList<>(session.facts(CloneShape.class));
      session.insertAll(given.read(shapes));
      session.fire(ASSESS);
      session.insertAll(given.resourceFacts(session.facts(AnswerEffect.class)));
      session.fire(ASSESS);
      given.resources().sort(priorities(session));
      Readings readings = new Readings(given);
      while (readings.read(session)) {
        session.insertAll(given.resources().newFacts());
        session.insertAll(readings.facts());
        session.fire(ASSESS);
      }
      session.fire(FENCE);
      Findings findings = new Findings(session);
      StatusViews views =
          new StatusViews(given, readings, findings, standings(given, readings, findings));
      Assessment before = views.assessment(session, state.status().quorate());

      Constraints constraints = new Constraints(state, given, now);
      session.insertAll(constraints.facts());
      session.fire(ASSESS);
      session.fire(FENCE);
      PerItem<Standing> standings = standings(given, readings, new Findings(session));
      for (Unguarded fact : session.facts(Unguarded.class)) {
        Item item = given.resources().item(fact.resource());
        if (item != null) {
          standings.put(item, standings.get(item, Standing.STOPPED).unmanaged());
        }
      }
      session.fire("3-score");
      session.fire("4-place");
      Placing placing = new Placing(given, session, now);
      session.insertAll(placing.takers());
      Placements placements =
          new Placer()
              .place(
                  placing.input(
                      standings,
                      constraints.colocations(session),
                      constraints.implied(session),
                      new PromotionScores(given, readings, standings).all(),
                      true));
      given.resources().arrange(List.copyOf(placements.places().keySet()));
      session.insertAll(placed(placements, given.resources().byId()));

      session.insertAll(readings.currentRecords(standings));
      Unknowns unknowns = new Unknowns(given, readings.known());
      session.insertAll(unknowns.behindConnections(session, placements.places()));
      session.fire("5-act");
      session.insertAll(unknowns.onFenced(session));
      session.fire("6-order");
      session.fire("7-execute");
      OrderContext context =
          OrderContexts.of(
              given, session, standings, placements.places(), constraints.colocations(session));
      Acting acting = new Acting(given, readings, context, session);
      acting.layOut(book -> Relating.of(session, constraints.orders(), book, given.resources()));
      Conduct conduct = conduct(session);
      List<Because> trace = explained ? session.trace() : List.of();
      // what the rules were about is most of what is in memory, and is not needed for the rest
      session.close();
      Ordering.Ordered ordered = acting.plan();
      return new Decision(
          before,
          outcomes(given, ordered.places(), placements),
          ordered.plan(),
          conduct,
          placements.scores(),
          trace);
    }
  }

  private static Conduct conduct(RuleSession session) {
    Map<Bound, Integer> most = new EnumMap<>(Bound.class);
    session.facts(AtMost.class).forEach(fact -> most.merge(fact.bound(), fact.number(), Math::min));
    long fencingMs =
        session.facts(FencingTime.class).stream().mapToLong(FencingTime::millis).max().orElse(0);
    long watchdogMs =
        session.facts(WatchdogTime.class).stream().mapToLong(WatchdogTime::millis).max().orElse(0);
    Set<String> fatal = new TreeSet<>();
    session.facts(FatalFailure.class).forEach(fact -> fatal.add(fact.task()));
    long lookMs =
        session.facts(LookAgain.class).stream().mapToLong(LookAgain::millis).min().orElse(0);
    return new Conduct(
        most,
        Duration.ofMillis(fencingMs),
        Duration.ofMillis(watchdogMs),
        Duration.ofMillis(lookMs),
        fatal);
  }

  private static Map<String, Integer> priorities(RuleSession session) {
    Map<String, Integer> priorities = new HashMap<>();
    session.facts(Priority.class).forEach(fact -> priorities.put(fact.resource(), fact.value()));
    return priorities;
  }

  private static List<Placed> placed(Placements placements, Map<String, Item> items) {
    List<Placed> placed = new ArrayList<>();
    placements
        .places()
        .forEach(
            (resource, place) -> {
              placed.add(
                  new Placed(
                      resource,
                      place.node() == null ? "" : place.node(),
                      place.role(),
                      Objects.requireNonNull(items.get(resource)).baseName()));
            });
    return placed;
  }

  private static PerItem<Standing> standings(Given given, Readings readings, Findings findings) {
    Set<Item> starting = new HashSet<>();
    for (Readings.Entry entry : readings.entries()) {
      if (entry.state().startPending()) {
        starting.add(entry.item());
      }
    }
    PerItem<Standing> standings = new PerItem<>();
    for (Item item : given.resources().all()) {
      standings.put(item, findings.standing(item, starting.contains(item)));
    }
    return standings;
  }

  private static Map<String, Outcome> outcomes(
      Given given, Map<String, Place> places, Placements placements) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    places.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            entry -> {
              Place place = entry.getValue();
              String node = place.node() == null ? null : given.nodes().name(place.node());
              outcomes.put(
                  entry.getKey(),
                  new Outcome(
                      entry.getKey(),
                      place.role(),
                      node,
                      placements.reasons().get(entry.getKey())));
            });
    return outcomes;
  }
}
