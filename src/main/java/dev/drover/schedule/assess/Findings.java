package dev.drover.schedule.assess;

import dev.drover.model.Role;
import dev.drover.model.fact.Active;
import dev.drover.model.fact.Blocked;
import dev.drover.model.fact.Failed;
import dev.drover.model.fact.FailureIgnored;
import dev.drover.model.fact.LeftAlone;
import dev.drover.model.fact.Lost;
import dev.drover.model.fact.Recover;
import dev.drover.model.fact.RunsOn;
import dev.drover.model.fact.ShutdownLock;
import dev.drover.model.fact.UnfinishedMigration;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules found out about each resource into one {@link Standing} a primitive. */
public final class Findings {
  /** For a failure that is not tied to a node. */
  private static final String NOWHERE = "";

  private final Map<String, List<Active>> active = new HashMap<>();
  private final Map<String, List<Failed>> failed = new HashMap<>();
  private final Map<String, Boolean> leftAlone = new HashMap<>();
  private final Map<String, String> runsOn = new HashMap<>();
  private final Map<String, UnfinishedMigration> migrations = new HashMap<>();
  private final Set<String> blocked = new HashSet<>();
  private final Map<String, String> lockedTo = new HashMap<>();
  private final Set<String> ignored = new HashSet<>();

  public Findings(RuleSession session) {
    for (Active fact : session.facts(Active.class)) {
      active.computeIfAbsent(fact.resource(), r -> new ArrayList<>(1)).add(fact);
    }
    active.values().forEach(list -> list.sort(Comparator.comparing(Active::order)));
    session.facts(Failed.class).forEach(this::fail);
    for (Lost fact : session.facts(Lost.class)) {
      fail(new Failed(fact.resource(), fact.node(), true));
    }
    for (Recover fact : session.facts(Recover.class)) {
      List<Active> where = active.getOrDefault(fact.resource(), List.of());
      where.forEach(there -> fail(new Failed(fact.resource(), there.node(), true)));
      if (where.isEmpty()) {
        fail(new Failed(fact.resource(), NOWHERE, true));
      }
    }
    for (LeftAlone fact : session.facts(LeftAlone.class)) {
      leftAlone.merge(fact.resource(), fact.maintenance(), Boolean::logicalOr);
    }
    session.facts(RunsOn.class).forEach(fact -> runsOn.put(fact.resource(), fact.node()));
    session.facts(UnfinishedMigration.class).forEach(fact -> migrations.put(fact.resource(), fact));
    session.facts(Blocked.class).forEach(fact -> blocked.add(fact.resource()));
    session
        .facts(ShutdownLock.class)
        .forEach(fact -> lockedTo.merge(fact.resource(), fact.node(), Findings::first));
    session.facts(FailureIgnored.class).forEach(fact -> ignored.add(fact.resource()));
  }

  private void fail(Failed fact) {
    failed.computeIfAbsent(fact.resource(), r -> new ArrayList<>(1)).add(fact);
  }

  /**
   * The id of the node that it is kept for, because that node was shut down; null where it is not.
   */
  public @Nullable String lockedTo(String resource) {
    return lockedTo.get(resource);
  }

  public boolean isFailureIgnored(String resource) {
    return ignored.contains(resource);
  }

  public boolean isMaintenance(String resource) {
    return leftAlone.getOrDefault(resource, false);
  }

  public boolean isLeftAlone(String resource) {
    return leftAlone.containsKey(resource);
  }

  public boolean isBlocked(String resource) {
    return blocked.contains(resource);
  }

  /** Ids of the nodes where it counts as failed. */
  public List<String> failedOn(String resource) {
    return failed.getOrDefault(resource, List.of()).stream()
        .map(Failed::node)
        .filter(node -> !node.equals(NOWHERE))
        .sorted()
        .distinct()
        .toList();
  }

  private static String first(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** How a primitive stands. */
  public Standing standing(Item item, boolean startPending) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Active fact : active.getOrDefault(item.id(), List.of())) {
      roles.merge(
          fact.node(), fact.role(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
    Role role = roles.values().stream().max(Comparator.naturalOrder()).orElse(Role.STOPPED);
    List<Failed> failures = failed.getOrDefault(item.id(), List.of());
    List<String> activeOn = new ArrayList<>(roles.keySet());
    String current = runsOn.get(item.id());
    if (current != null) {
      activeOn.remove(current);
      activeOn.add(0, current);
    }
    UnfinishedMigration migration = migrations.get(item.id());
    return new Standing(
        role,
        activeOn,
        roles,
        !isLeftAlone(item.id()),
        isMaintenance(item.id()),
        !failures.isEmpty(),
        isBlocked(item.id()),
        startPending,
        failures.stream().anyMatch(Failed::mustStop),
        migration == null ? null : migration.source(),
        migration == null ? null : migration.target());
  }
}
