package dev.drover.schedule.assess;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.Fence;
import dev.drover.model.fact.Happened;
import dev.drover.model.fact.HealthColour;
import dev.drover.model.fact.InMaintenance;
import dev.drover.model.fact.NeverReported;
import dev.drover.model.fact.Online;
import dev.drover.model.fact.Pending;
import dev.drover.model.fact.ShuttingDown;
import dev.drover.model.fact.Standby;
import dev.drover.model.fact.TargetRole;
import dev.drover.model.fact.Unclean;
import dev.drover.model.fact.WholeCluster;
import dev.drover.plan.Assessment;
import dev.drover.plan.Management;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the cluster stands, in the form that reports show. */
public final class StatusViews {
  private final Given given;
  private final Readings readings;
  private final Findings findings;
  private final PerItem<Standing> standings;

  /** Only those that show something which the standing does not say. */
  private final PerItem<List<Readings.Entry>> remarkable = new PerItem<>();

  private final Map<String, Role> targets = new HashMap<>();

  public StatusViews(
      Given given, Readings readings, Findings findings, PerItem<Standing> standings) {
    this.given = given;
    this.readings = readings;
    this.findings = findings;
    this.standings = standings;
    for (Readings.Entry entry : readings.entries()) {
      if (entry.state().pendingTask() != null || entry.track().hasMasked()) {
        List<Readings.Entry> known = remarkable.get(entry.item(), new ArrayList<>(1));
        known.add(entry);
        remarkable.put(entry.item(), known);
      }
    }
  }

  /** The whole picture. Surplus resources that are active nowhere are left out. */
  public Assessment assessment(RuleSession session, boolean quorate) {
    session.facts(TargetRole.class).forEach(fact -> targets.put(fact.resource(), fact.role()));
    List<ResourceView> resources = new ArrayList<>();
    for (Item root : given.resources().roots()) {
      resources.add(view(root));
    }
    return new Assessment(quorate, management(session), nodes(session), resources);
  }

  private static Management management(RuleSession session) {
    return session.facts(WholeCluster.class).stream()
        .findFirst()
        .map(
            fact -> fact.how().equals("maintenance") ? Management.MAINTENANCE : Management.STOP_ALL)
        .orElse(Management.NORMAL);
  }

  private List<NodeView> nodes(RuleSession session) {
    Set<String> online = new HashSet<>();
    session.facts(Online.class).forEach(fact -> online.add(fact.node()));
    Set<String> pending = new HashSet<>();
    session.facts(Pending.class).forEach(fact -> pending.add(fact.node()));
    Set<String> leaving = new HashSet<>();
    session.facts(ShuttingDown.class).forEach(fact -> leaving.add(fact.node()));
    Set<String> maintenance = new HashSet<>();
    session.facts(InMaintenance.class).forEach(fact -> maintenance.add(fact.node()));
    Set<String> unseen = new HashSet<>();
    session.facts(NeverReported.class).forEach(fact -> unseen.add(fact.node()));
    Map<String, Boolean> standby = new HashMap<>();
    session
        .facts(Standby.class)
        .forEach(fact -> standby.merge(fact.node(), fact.byFailure(), Boolean::logicalOr));
    Map<String, Unclean> unclean = new HashMap<>();
    session
        .facts(Unclean.class)
        .forEach(fact -> unclean.merge(fact.node(), fact, StatusViews::firstReason));
    Map<String, String> health = new HashMap<>();
    session.facts(HealthColour.class).forEach(fact -> health.put(fact.node(), fact.colour()));
    List<NodeView> views = new ArrayList<>();
    for (NodeTable.Entry node : given.nodes().all()) {
      Unclean doubt = unclean.get(node.id());
      views.add(
          new NodeView(
              node.id(),
              node.name(),
              node.kind(),
              online.contains(node.id()),
              standby.containsKey(node.id()),
              standby.getOrDefault(node.id(), false),
              maintenance.contains(node.id()),
              pending.contains(node.id()),
              leaving.contains(node.id()),
              !unseen.contains(node.id()),
              doubt == null ? null : doubt.reason(),
              given.container(node),
              health.getOrDefault(node.id(), ""),
              node.order()));
    }
    return views;
  }

  /** Of several reasons for one node, the one that came first. */
  static Unclean firstReason(Unclean a, Unclean b) {
    return a.rank() != b.rank()
        ? (a.rank() < b.rank() ? a : b)
        : a.reason().compareTo(b.reason()) <= 0 ? a : b;
  }

  /** Of several reasons to fence a node, the one that came first. */
  public static Fence firstReason(Fence a, Fence b) {
    return a.rank() != b.rank()
        ? (a.rank() < b.rank() ? a : b)
        : a.reason().compareTo(b.reason()) <= 0 ? a : b;
  }

  private ResourceView view(Item item) {
    List<ResourceView> members = item.members().stream().map(this::view).toList();
    return item.isPrimitive() ? primitive(item) : collective(item, members);
  }

  private ResourceView primitive(Item item) {
    Standing standing = standings.get(item, Standing.STOPPED);
    Map<String, Role> roles = new LinkedHashMap<>();
    standing.roles().forEach((node, role) -> roles.put(name(node), role));
    String pending = null;
    String pendingNode = null;
    Map<String, Integer> failedProbes = new TreeMap<>();
    for (Readings.Entry entry : remarkable.get(item, List.of())) {
      String task = entry.state().pendingTask();
      if (task != null && pending == null) {
        pending = underWay(task);
        pendingNode = name(entry.track().node());
      }
      for (Happened happened : entry.track().facts()) {
        if (happened.isMasked()) {
          failedProbes.put(name(entry.track().node()), happened.rc());
        }
      }
    }
    String lockedTo = findings.lockedTo(item.id());
    return new ResourceView(
        item.id(),
        item.baseName(),
        item.kind(),
        item.agent(),
        standing.role(),
        item.orphan(),
        standing.managed(),
        standing.maintenance(),
        standing.blocked(),
        standing.failed(),
        findings.isFailureIgnored(item.id()),
        isUnique(item),
        isPromotable(item),
        targets.get(item.id()),
        pending,
        lockedTo == null ? null : name(lockedTo),
        standing.activeOn().stream().map(this::name).toList(),
        roles,
        findings.failedOn(item.id()).stream().map(this::name).toList(),
        readings.historyName(item),
        standing.stopIfFailed(),
        pendingNode,
        failedProbes,
        List.of(),
        null,
        List.of());
  }

  private ResourceView collective(Item item, List<ResourceView> members) {
    Role role = members.stream().map(ResourceView::role).max(Role::compareTo).orElse(Role.STOPPED);
    List<String> activeOn =
        members.stream().flatMap(member -> member.activeOn().stream()).distinct().toList();
    Map<String, Integer> failedProbes = new TreeMap<>();
    members.forEach(member -> failedProbes.putAll(member.failedProbes()));
    boolean everywhere = item.shape() != null && item.shape().max() > 0;
    return new ResourceView(
        item.id(),
        item.baseName(),
        item.kind(),
        null,
        role,
        item.orphan(),
        !findings.isLeftAlone(item.id()),
        findings.isMaintenance(item.id()),
        findings.isBlocked(item.id()),
        false,
        false,
        isUnique(item),
        isPromotable(item),
        targets.get(item.id()),
        null,
        null,
        activeOn,
        Map.of(),
        List.of(),
        null,
        false,
        null,
        failedProbes,
        everywhere && item.isClone() ? candidates() : List.of(),
        given.bundle(item.id()),
        members);
  }

  private List<String> candidates() {
    Set<String> unlisted = given.unlistedNodes();
    return given.nodes().all().stream()
        .map(NodeTable.Entry::name)
        .filter(name -> !unlisted.contains(name))
        .toList();
  }

  private String name(String node) {
    return given.nodes().name(node);
  }

  private static boolean isUnique(Item item) {
    Item clone = item.kind() == Kind.BUNDLE ? item : item.enclosingClone();
    return clone == null || clone.shape() == null || clone.shape().unique();
  }

  private static boolean isPromotable(Item item) {
    Item clone = item.kind() == Kind.BUNDLE ? item : item.enclosingClone();
    return clone != null && clone.shape() != null && clone.shape().promotable();
  }

  private static @Nullable String underWay(String task) {
    return switch (task) {
      case "start" -> "Starting";
      case "stop" -> "Stopping";
      case "migrate_to", "migrate_from" -> "Migrating";
      case "promote" -> "Promoting";
      case "demote" -> "Demoting";
      case "monitor" -> "Monitoring";
      default -> null;
    };
  }
}
