package dev.drover.schedule;

import dev.drover.model.ClusterState;
import dev.drover.model.NaturalOrder;
import dev.drover.model.config.Configuration;
import dev.drover.model.fact.Colocation;
import dev.drover.model.fact.ColocationPair;
import dev.drover.model.fact.ExclusiveProbes;
import dev.drover.model.fact.OrderPair;
import dev.drover.model.fact.TicketNeed;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.resolve.ColocationFacts;
import dev.drover.schedule.resolve.LocationFacts;
import dev.drover.schedule.resolve.Names;
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
  private final LocationFacts locations;
  private final List<ColocationPair> colocations;
  private final List<OrderPair> orders;
  private final List<TicketNeed> tickets;

  Constraints(ClusterState state, Given given, Instant now) {
    Configuration configuration = state.configuration();
    Names names = new Names(configuration);
    this.locations = LocationFacts.of(configuration, names, now, given.located());
    this.colocations = ColocationFacts.of(configuration, names);
    this.orders = OrderFacts.of(configuration, names);
    this.tickets = TicketFacts.of(configuration, names);
  }

  List<OrderPair> orders() {
    return orders;
  }

  List<Object> facts() {
    Set<Object> facts = new LinkedHashSet<>(locations.preferences());
    locations.exclusive().forEach(resource -> facts.add(new ExclusiveProbes(resource)));
    facts.addAll(colocations);
    facts.addAll(orders);
    facts.addAll(tickets);
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
