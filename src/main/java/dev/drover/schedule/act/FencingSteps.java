package dev.drover.schedule.act;

import dev.drover.model.Kind;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.Fence;
import dev.drover.model.fact.FenceDelay;
import dev.drover.model.fact.NodeOrder;
import dev.drover.model.fact.ResetAfterFencing;
import dev.drover.model.fact.Shutdown;
import dev.drover.model.fact.StartsAfterFencing;
import dev.drover.model.fact.StoppedByFencing;
import dev.drover.plan.Action;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.assess.StatusViews;
import dev.drover.schedule.order.CollectiveSteps;
import dev.drover.schedule.order.NodeFact;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fences and shuts down nodes as the rules want, and puts what depends on it in order. */
final class FencingSteps {
  private static final Set<Bond> IMPLIES =
      EnumSet.of(Bond.FIRST_MUST_RUN, Bond.FIRST_REQUIRES_THEN);

  private final StepBook book;
  private final OrderContext context;
  private final CollectiveSteps collectives;
  private final List<NodeOrder> orders;
  private final Map<String, Fence> fences = new HashMap<>();
  private final Map<String, Long> delays = new HashMap<>();
  private final Set<String> shutdowns = new HashSet<>();
  private final Map<String, List<StartsAfterFencing>> starts = new HashMap<>();
  private final Map<String, List<StoppedByFencing>> stops = new HashMap<>();
  private final Set<String> resets = new HashSet<>();

  FencingSteps(
      StepBook book, OrderContext context, CollectiveSteps collectives, RuleSession session) {
    this.book = book;
    this.context = context;
    this.collectives = collectives;
    this.orders = new ArrayList<>(session.facts(NodeOrder.class));
    orders.sort(Comparator.comparing(NodeOrder::first).thenComparing(NodeOrder::next));
    session
        .facts(Fence.class)
        .forEach(fact -> fences.merge(fact.node(), fact, StatusViews::firstReason));
    session
        .facts(FenceDelay.class)
        .forEach(fact -> delays.merge(fact.node(), fact.seconds(), Math::max));
    session.facts(Shutdown.class).forEach(fact -> shutdowns.add(fact.node()));
    for (StartsAfterFencing fact : session.facts(StartsAfterFencing.class)) {
      starts
          .computeIfAbsent(fact.resource() + "@" + fact.node(), n -> new ArrayList<>(1))
          .add(fact);
    }
    for (StoppedByFencing fact : session.facts(StoppedByFencing.class)) {
      stops.computeIfAbsent(fact.resource() + "@" + fact.node(), n -> new ArrayList<>(1)).add(fact);
    }
    session
        .facts(ResetAfterFencing.class)
        .forEach(fact -> resets.add(fact.resource() + "@" + fact.node()));
  }

  /** Makes the fencing of nodes that nobody can be sure about by what was reported. */
  void begin() {
    fences.values().stream()
        .filter(Fence::isBecauseOfReports)
        .sorted(
            Comparator.comparing(Fence::rank)
                .thenComparing(fence -> context.nodeName(fence.node())))
        .forEach(fence -> book.fence(fence.node(), fence.action(), true, fence.reason()));
  }

  void create() {
    Map<String, Step> down = new HashMap<>();
    for (String node : context.nodes().keySet()) {
      Fence fence = fences.get(node);
      NodeFact facts = context.nodes().get(node);
      if (fence != null && facts != null && facts.isGuest()) {
        fenceGuest(facts, fence);
      } else if (fence != null) {
        Step fencing = book.fence(node, fence.action(), true, fence.reason());
        Long delay = delays.get(node);
        if (delay != null) {
          fencing.put(Action.DELAY, delay.toString());
        }
        context
            .roots()
            .forEach(
                root -> root.primitives().forEach(primitive -> order(primitive, node, fencing)));
        down.put(node, fencing);
      } else if (shutdowns.contains(node)) {
        down.put(node, shutdown(node));
      }
    }
    for (NodeOrder fact : orders) {
      Step first = down.get(fact.first());
      Step next = down.get(fact.next());
      if (first != null && next != null) {
        first.precedes(next, EnumSet.of(Bond.ORDERED));
      }
    }
  }

  /**
   * A guest node is fenced by stopping what it runs in, so its fencing is no more than a point in
   * the order: after that stop, or after the fencing that implies the stop.
   */
  private void fenceGuest(NodeFact guest, Fence fence) {
    Item container = find(guest.container());
    Step stop =
        container == null ? null : book.of(container, "stop").stream().findFirst().orElse(null);
    boolean again = container != null && !book.of(container, "start").isEmpty();
    Step fencing = book.fence(guest.id(), again ? "reboot" : fence.action(), true, fence.reason());
    fencing.pseudo = true;
    fencing.runnable = true;
    Fence host = stop == null || stop.node == null ? null : fences.get(stop.node);
    if (stop != null && stop.pseudo && stop.node != null && host != null) {
      book.fence(stop.node, host.action(), false, null).precedes(fencing, IMPLIES);
    } else if (stop != null) {
      stop.precedes(fencing, IMPLIES);
    } else {
      Item connection = find(guest.name());
      if (connection != null) {
        book.of(connection, "stop").stream()
            .findFirst()
            .ifPresent(last -> last.precedes(fencing, EnumSet.of(Bond.ORDERED)));
      }
    }
    context
        .roots()
        .forEach(
            root -> root.primitives().forEach(primitive -> order(primitive, guest.id(), fencing)));
  }

  private @Nullable Item find(@Nullable String id) {
    return context.roots().stream()
        .flatMap(Item::all)
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** A node is shut down when whatever runs there has stopped. */
  private Step shutdown(String node) {
    Step shutdown = book.cluster("do_shutdown", node, true);
    for (Step step : book.steps()) {
      if (step.item != null && node.equals(step.node) && step.task.equals("stop")) {
        Standing standing = context.standing(step.item);
        if (!standing.maintenance() && (standing.managed() || standing.blocked())) {
          step.required = true;
          step.precedes(shutdown, EnumSet.of(Bond.ORDERED, Bond.FIRST_MUST_RUN));
        }
      }
    }
    return shutdown;
  }

  private void order(Item item, String node, Step fencing) {
    for (StartsAfterFencing fact : starts.getOrDefault(item.id() + "@" + node, List.of())) {
      for (Step start : book.of(item, "start")) {
        fencing.precedes(
            start,
            EnumSet.of(Bond.ORDERED, fact.mustSucceed() ? Bond.FIRST_MUST_RUN : Bond.ORDERED));
      }
      if (!fact.mustSucceed()) {
        book.of(item, "promote")
            .forEach(promote -> fencing.precedes(promote, EnumSet.of(Bond.ORDERED)));
      }
    }
    for (StoppedByFencing fact : stops.getOrDefault(item.id() + "@" + node, List.of())) {
      impliedStops(item, node, fencing, fact.confirmed());
      impliedDemotions(item, node, fencing, fact.confirmed());
    }
    if (resets.contains(item.id() + "@" + node)) {
      book.of(item, "clear_failcount")
          .forEach(clear -> fencing.precedes(clear, EnumSet.of(Bond.ORDERED)));
    }
  }

  private void impliedStops(Item item, String node, Step fencing, boolean confirmed) {
    for (Step stop : book.of(item, "stop")) {
      if (!node.equals(stop.node)) {
        continue;
      }
      stop.pseudo = true;
      stop.runnable = true;
      if (confirmed) {
        if (!isBundled(item)) {
          fencing.precedes(stop, EnumSet.of(Bond.GUEST_ALLOWED));
        }
        book.of(item.collective(), "stop").stream()
            .findFirst()
            .ifPresent(first -> fencing.precedes(first, EnumSet.of(Bond.GUEST_ALLOWED)));
      }
      collectives.tellOfFencing(item, fencing);
    }
  }

  /**
   * What is inside of a bundle waits for its bundle's stop; waiting for the fencing, too, would
   * close a loop.
   */
  private static boolean isBundled(Item item) {
    return item.top().kind() == Kind.BUNDLE;
  }

  private void impliedDemotions(Item item, String node, Step fencing, boolean confirmed) {
    for (Step demote : book.of(item, "demote")) {
      if (!node.equals(demote.node)) {
        continue;
      }
      demote.pseudo = true;
      demote.runnable = true;
      if (confirmed && !isBundled(item)) {
        fencing.precedes(demote, EnumSet.of(Bond.GUEST_ALLOWED, Bond.ORDERED));
      }
    }
  }
}
