package dev.drover.schedule;

import dev.drover.model.ClusterState;
import dev.drover.model.NaturalOrder;
import dev.drover.model.fact.Colocation;
import dev.drover.model.fact.ColocationPair;
import dev.drover.model.fact.ExclusiveProbes;
import dev.drover.model.fact.OrderPair;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.resolve.ColocationFacts;
import dev.drover.schedule.resolve.LocationFacts;
import dev.drover.schedule.resolve.OrderFacts;
import dev.drover.schedule.resolve.TicketFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What operators wrote about where resources run and in which order, as pairs. */
final class Constraints {
  private final ClusterState state;
  private final LocationFacts locations;
  private final List<ColocationPair> colocations;
  private final List<OrderPair> orders;

  Constraints(ClusterState state, Given given, Instant now) {
    this.state = state;
    this.locations = LocationFacts.of(state.configuration(), now, given.located());
    this.colocations = ColocationFacts.of(state.configuration());
    this.orders = OrderFacts.of(state.configuration());
  }

  List<OrderPair> orders() {
    return orders;
  }

  List<Object> facts() {
    Set<Object> facts = new LinkedHashSet<>(locations.preferences());
    locations.exclusive().forEach(resource -> facts.add(new ExclusiveProbes(resource)));
    facts.addAll(colocations);
    facts.addAll(orders);
    facts.addAll(TicketFacts.of(state.configuration()));
    return List.copyOf(facts);
  }

  /** Colocations that no operator wrote. */
  List<Colocation> implied(RuleSession session) {
    Set<String> written = new HashSet<>();
    colocations.forEach(pair -> written.add(pair.id()));
    return session.facts(Colocation.class).stream()
        .filter(colocation -> !written.contains(colocation.id()))
        .sorted(
            Comparator.comparing(Colocation::id)
                .thenComparing(Colocation::dependent, NaturalOrder.NAMES))
        .toList();
  }

  /** What the rules made of the colocations, in the order they were written. */
  List<Colocation> colocations(RuleSession session) {
    Set<Colocation> settled = new HashSet<>(session.facts(Colocation.class));
    List<Colocation> written = new ArrayList<>();
    for (ColocationPair pair : colocations) {
      for (boolean pulls : new boolean[] {true, false}) {
        Colocation colocation = pair.settled(pulls);
        if (settled.contains(colocation)) {
          written.add(colocation);
        }
      }
    }
    return written;
  }
}
