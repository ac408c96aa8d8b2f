package dev.drover.schedule.act;

import dev.drover.model.Kind;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.CleanUp;
import dev.drover.model.fact.ClearFailures;
import dev.drover.model.fact.ForcedStop;
import dev.drover.model.fact.ForgetHistory;
import dev.drover.model.fact.HeldFor;
import dev.drover.model.fact.Migrate;
import dev.drover.model.fact.NoLongerRepeat;
import dev.drover.model.fact.Online;
import dev.drover.model.fact.Operation;
import dev.drover.model.fact.Repeat;
import dev.drover.model.fact.RepeatStopped;
import dev.drover.model.fact.StopReplaced;
import dev.drover.model.status.ResourceHistory;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.assess.Readings;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.order.CollectiveSteps;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Ordering;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays out every step that the rules want or that an order could make necessary, and has them put
 * in order.
 */
public final class Acting {
  private final Readings readings;
  private final OrderContext context;
  private final RuleSession session;
  private final Given given;
  private final Wanted wanted;
  private final StepBook book;
  private final Timeouts timeouts;
  private final List<Relation> relations = new ArrayList<>();

  public Acting(Given given, Readings readings, OrderContext context, RuleSession session) {
    this.given = given;
    this.readings = readings;
    this.context = context;
    this.session = session;
    this.wanted = Wanted.of(session, context.nodes().keySet());
    this.book = new StepBook(context);
    this.timeouts = new Timeouts(given, session);
  }

  /**
   * Lays out the steps. Only this needs the session.
   *
   * @param orders what the rules concluded about order, for the given steps
   */
  public void layOut(Function<StepBook, List<Relation>> orders) {
    CollectiveSteps collectives = new CollectiveSteps(book, context);
    FencingSteps fencing = new FencingSteps(book, context, collectives, session);
    fencing.begin();
    relations.addAll(orders.apply(book));
    UnfencingSteps unfencing = new UnfencingSteps(book, context, relations, session);
    unfencing.create();
    new RunningOperations(book, onlineNodes(), wanted.recoveries()).create(readings.entries());
    wanted.replaced().forEach(this::stopReplaced);
    cleanUp();
    new DefinitionSteps(book, given, context, relations).create(session);
    clearFailures();
    forget();
    wanted.replaced().forEach(this::startReplaced);
    new ProbeSteps(book, context, relations, readings.known(), session).create();
    for (Item root : context.roots()) {
      if (root.kind() == Kind.BUNDLE) {
        actBundle(root, collectives);
      } else {
        root.primitives().forEach(this::act);
        collectives.create(root);
      }
    }
    RemoteSteps remote = new RemoteSteps(book, context, relations, session);
    remote.create();
    unfencing.order();
    keepForReturn();
    fencing.create();
    remote.tellMaintenance();
  }

  /** The plan, of what was laid out. */
  public Ordering.Ordered plan() {
    return Ordering.order(book, relations, context, timeouts::of);
  }

  /** Where something may be running already; what is only to be connected has nothing running. */
  private Set<String> onlineNodes() {
    Set<String> online = new HashSet<>();
    session.facts(Online.class).forEach(fact -> online.add(fact.node()));
    return online;
  }

  /** Each replica from its address to its connection, then what runs inside. */
  private void actBundle(Item bundle, CollectiveSteps collectives) {
    Map<String, Item> parts = new HashMap<>();
    bundle.members().forEach(part -> parts.put(part.id(), part));
    for (Replica replica : context.bundles().getOrDefault(bundle.id(), List.of())) {
      actPart(parts.get(replica.address()));
      actPart(parts.get(replica.container()));
      actPart(parts.get(replica.connection()));
    }
    collectives.createOutside(bundle);
    for (Item inside : bundle.members()) {
      if (!inside.isPrimitive()) {
        inside.primitives().forEach(this::act);
        collectives.create(inside);
      }
    }
    collectives.createInside(bundle);
  }

  private void actPart(@Nullable Item part) {
    if (part != null) {
      act(part);
    }
  }

  private void act(Item item) {
    Standing standing = context.standing(item);
    Place place = context.place(item);
    stopLeftovers(item);
    new RoleSteps(book, wanted, item, standing, place).create();
    RecurringSteps recurring = new RecurringSteps(book, context, relations, item, standing, place);
    for (Repeat repeat : inOrder(item, wanted.repeats(), Repeat::operation, Repeat::node)) {
      recurring.repeat(repeat);
    }
    for (NoLongerRepeat repeat :
        inOrder(item, wanted.noLongerRepeats(), NoLongerRepeat::operation, NoLongerRepeat::node)) {
      recurring.cancel(repeat);
    }
    for (RepeatStopped repeat :
        inOrder(item, wanted.stoppedRepeats(), RepeatStopped::operation, RepeatStopped::node)) {
      recurring.repeatStopped(repeat);
    }
    Migrate migrate = wanted.migrations().get(item.id());
    if (migrate != null) {
      new MigrationSteps(book, context, relations, item).create(migrate);
    }
  }

  /**
   * As the operations are configured, then node by node: facts come in no order that means
   * anything.
   */
  private <F> List<F> inOrder(
      Item item,
      Map<String, List<F>> facts,
      Function<F, Operation> operation,
      Function<F, String> node) {
    List<F> found = facts.getOrDefault(item.id(), List.of());
    if (found.size() < 2) {
      return found;
    }
    Primitive primitive = given.resources().primitive(item);
    if (primitive == null) {
      return found;
    }
    List<String> configured = primitive.operations().stream().map(OperationConfig::id).toList();
    List<F> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<F>comparingInt(fact -> configured.indexOf(operation.apply(fact).id()))
            .thenComparing(fact -> context.nodeName(node.apply(fact))));
    return sorted;
  }

  private void stopLeftovers(Item item) {
    for (ForcedStop fact : wanted.forcedStops()) {
      if (fact.resource().equals(item.id())) {
        book.step(item, "stop", 0, fact.node(), true).migrationAbort |= fact.leftover();
      }
    }
  }

  private void clearFailures() {
    for (ClearFailures fact : readings.clearings(session.facts(ClearFailures.class))) {
      Item item = given.resources().item(fact.resource());
      if (item != null) {
        Step clear = book.step(item, "clear_failcount", 0, fact.node(), true);
        clear.required = true;
        clear.because(fact.reason());
      }
    }
  }

  private void stopReplaced(StopReplaced fact) {
    Item item = given.resources().item(fact.resource());
    if (item != null) {
      book.step(item, "stop", 0, fact.node(), true);
    }
  }

  /** The stop is certain, and so the start that follows it is shown even where it is not needed. */
  private void startReplaced(StopReplaced fact) {
    Item item = given.resources().item(fact.resource());
    String next = item == null ? null : context.place(item).node();
    if (item != null && next != null) {
      book.step(item, "start", 0, next, false).alwaysGraphed = true;
    }
  }

  /** What is kept for a node is marked, so that whoever records the results knows. */
  private void keepForReturn() {
    for (HeldFor fact : session.facts(HeldFor.class)) {
      Item item = given.resources().item(fact.resource());
      if (item != null) {
        book.of(item).stream()
            .filter(step -> fact.node().equals(step.node))
            .filter(step -> step.task.equals("stop") || step.task.equals("monitor"))
            .forEach(step -> step.put(ResourceHistory.KEPT_SINCE, Long.toString(fact.since())));
      }
    }
  }

  private void forget() {
    List<ForgetHistory> facts = new ArrayList<>(session.facts(ForgetHistory.class));
    facts.sort(Comparator.comparing(ForgetHistory::resource).thenComparing(ForgetHistory::node));
    for (ForgetHistory fact : facts) {
      Item item = given.resources().item(fact.resource());
      if (item != null) {
        book.step(item, "lrm_delete", 0, fact.node(), true);
      }
    }
  }

  /** A history is deleted after the resource has stopped and before it starts again. */
  private void cleanUp() {
    List<CleanUp> facts = new ArrayList<>(wanted.cleanUps());
    facts.sort(
        Comparator.comparing(CleanUp::resource)
            .thenComparing(fact -> context.nodeName(fact.node())));
    for (CleanUp fact : facts) {
      Item item = given.resources().item(fact.resource());
      if (item != null) {
        book.step(item, "delete", 0, fact.node(), true);
        relations.add(Relation.of(item, "stop", item, "delete", Bond.ORDERED));
        relations.add(Relation.of(item, "delete", item, "start", Bond.ORDERED));
      }
    }
  }
}
