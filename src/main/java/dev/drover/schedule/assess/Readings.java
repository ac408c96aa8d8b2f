package dev.drover.schedule.assess;

import dev.drover.model.Role;
import dev.drover.model.fact.Activity;
import dev.drover.model.fact.AgentReplaced;
import dev.drover.model.fact.AnswerEffect;
import dev.drover.model.fact.ClearFailures;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.CurrentRecord;
import dev.drover.model.fact.Effect;
import dev.drover.model.fact.HistoryCounts;
import dev.drover.model.fact.LockRecord;
import dev.drover.model.fact.Response;
import dev.drover.model.fact.SurplusOn;
import dev.drover.model.fact.Verdict;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Track;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.ItemNodes;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every history that counts says, and of which resource it says it. */
public final class Readings {
  /**
   * One history with the resource it belongs to and what it says.
   *
   * @param order its place among all histories as they were read, from 0
   */
  public record Entry(Track track, Item item, HistoryFold.State state, int order) {}

  private final List<Entry> entries = new ArrayList<>();

  /** By the histories' names in facts, once one is looked for. */
  private final Map<String, Entry> byTrack = new HashMap<>();

  private final Map<String, String> historyNames = new HashMap<>();

  private final Given given;
  private final InstanceMatch match;
  private final Reach reach;
  private List<Entry> fresh = List.of();

  /** By the number of the history. */
  private final BitSet read = new BitSet();

  /** As far as it was read; null until somebody asks. */
  private @Nullable ItemNodes known;

  private boolean begun;

  public Readings(Given given) {
    this.given = given;
    this.match = new InstanceMatch(given.resources(), given.replicas());
    this.reach = new Reach(given.nodes());
  }

  /**
   * Folds the histories that count by now: at first those of the cluster's members and of nodes
   * that are known to be connected, then those of nodes that turn out to be, at last the rest.
   * Surplus instances and orphans are added to the resources on the way.
   *
   * @return whether anything new was read
   */
  public boolean read(RuleSession session) {
    boolean first = !begun;
    begun = true;
    known = null;
    byTrack.clear();
    HistoryFold fold =
        new HistoryFold(
            given.results(),
            session.facts(Verdict.class),
            session.facts(Effect.class),
            session.facts(AnswerEffect.class),
            session.facts(Response.class),
            reconnecting(session));
    Set<SurplusOn> surplus = new HashSet<>(session.facts(SurplusOn.class));
    List<Track> open = open(session);
    Set<String> unsure = first ? unsure(open, surplus) : Set.of();
    fresh = new ArrayList<>();
    // one history may show that a node is up whose own came earlier in the report
    while (open.removeIf(track -> readIfReady(track, first, unsure, fold, surplus))) {}
    if (fresh.isEmpty() && !first) {
      open.forEach(track -> read(track, fold, surplus));
    }
    return first || !fresh.isEmpty();
  }

  /**
   * Nodes with a history that would count otherwise if they turn out to be lost. They wait with all
   * of theirs: members of a cloned group that are read at different times may end up in different
   * instances.
   */
  private static Set<String> unsure(List<Track> open, Set<SurplusOn> surplus) {
    return open.stream()
        .filter(track -> !isNumbered(track, surplus))
        .map(Track::node)
        .collect(Collectors.toSet());
  }

  private boolean readIfReady(
      Track track, boolean first, Set<String> unsure, HistoryFold fold, Set<SurplusOn> surplus) {
    boolean ready = reach.isReady(track.node(), first, !unsure.contains(track.node()));
    if (ready) {
      read(track, fold, surplus);
    }
    return ready;
  }

  /** What counts and was not read yet, in the order of the report. */
  private List<Track> open(RuleSession session) {
    reach.learn(session);
    Set<String> counts = new HashSet<>();
    session.facts(HistoryCounts.class).forEach(fact -> counts.add(fact.node()));
    List<Track> open = new ArrayList<>(given.tracks());
    open.removeIf(track -> !counts.contains(track.node()) || read.get(track.number()));
    return open;
  }

  private void read(Track track, HistoryFold fold, Set<SurplusOn> surplus) {
    HistoryFold.State state = given.isPlain(track) ? fold.foldPlain(track) : fold.fold(track);
    boolean active = state.role().isActive();
    Item item = match.find(track, active, state.pendingTask() != null, isNumbered(track, surplus));
    Entry entry = new Entry(track, item, state, entries.size());
    fresh.add(entry);
    entries.add(entry);
    name(entry);
    read.set(track.number());
    if (active) {
      reach.note(item.id(), state.role());
    }
  }

  private static boolean isNumbered(Track track, Set<SurplusOn> surplus) {
    return surplus.isEmpty() || !surplus.contains(new SurplusOn(track.base().name(), track.node()));
  }

  private static Set<String> reconnecting(RuleSession session) {
    Set<String> names = new HashSet<>();
    session.facts(Connection.class).stream()
        .filter(connection -> connection.reconnectMs() > 0)
        .forEach(connection -> names.add(connection.resource()));
    return names;
  }

  /**
   * The name under which the last node to report the resource knows it; of an instance, a numbered
   * one only while it is active.
   */
  private void name(Entry entry) {
    String name = entry.track().history().resource();
    String id = entry.item().id();
    if (!name.equals(id)) {
      historyNames.put(id, name);
    }
    if (!entry.track().base().orphan()
        && !entry.state().role().isActive()
        && historyNames.getOrDefault(id, "").contains(":")) {
      historyNames.remove(id);
    }
  }

  private @Nullable Entry entry(String track) {
    if (byTrack.isEmpty()) {
      entries.forEach(entry -> byTrack.put(entry.track().id(), entry));
    }
    return byTrack.get(track);
  }

  /** A history's place among all that were read; the last for anything else. */
  private int order(String track) {
    Entry entry = entry(track);
    return entry == null ? Integer.MAX_VALUE : entry.order();
  }

  /** Every resource that goes by the name of a history, whichever the history was read for. */
  private Set<String> named(Track track) {
    String name = track.history().resource();
    Set<String> named = new TreeSet<>();
    entries.stream()
        .map(entry -> entry.item().id())
        .filter(id -> id.equals(name) || name.equals(historyNames.get(id)))
        .forEach(named::add);
    return named;
  }

  /**
   * The name by which nodes know a resource; null where that is its id, or where no node knows it.
   */
  public @Nullable String historyName(Item item) {
    return historyNames.get(item.id());
  }

  /** Where each resource is known to run, or not to run. */
  public ItemNodes known() {
    if (known == null) {
      known = new ItemNodes();
      for (Entry entry : entries) {
        if (entry.state().role() != Role.UNKNOWN) {
          known.add(entry.item(), entry.track().node());
        }
      }
    }
    return known;
  }

  /** In the order in which they were read. */
  public List<Entry> entries() {
    return entries;
  }

  /** What the histories that were read last say, as facts. */
  public List<Object> facts() {
    List<Object> facts = new ArrayList<>();
    for (Entry entry : fresh) {
      Track track = entry.track();
      HistoryFold.State state = entry.state();
      if (!isQuiet(entry)) {
        facts.add(
            new Activity(
                entry.item().id(),
                track.node(),
                track.id(),
                state.role(),
                state.response(),
                1 + 2 * entry.order(),
                state.startPending(),
                track.isSmooth(),
                entry.item().orphan(),
                given.isEventful(track.base())));
      }
      if (!track.base().orphan()
          && !Objects.equals(track.history().agent(), track.base().agent())) {
        named(track).forEach(resource -> facts.add(new AgentReplaced(resource, track.node())));
      }
      if (track.lockedSince() > 0) {
        facts.add(new LockRecord(entry.item().id(), track.node(), track.lockedSince()));
      }
    }
    return facts;
  }

  /** Whether a history says no more than that a configured resource is not there. */
  private boolean isQuiet(Entry entry) {
    return entry.state().role() == Role.STOPPED
        && !entry.item().orphan()
        && given.isPlain(entry.track());
  }

  /** Results since the last start, of resources that run where they were recorded. */
  public List<Object> currentRecords(PerItem<Standing> standings) {
    List<Object> facts = new ArrayList<>();
    for (Entry entry : entries) {
      Track track = entry.track();
      Standing standing = standings.get(entry.item(), Standing.STOPPED);
      if (entry.item().orphan()
          || !standing.isActiveOn(track.node())
          || track.started() < track.stopped()) {
        continue;
      }
      for (int i = Math.max(0, track.started()); i < track.facts().size(); i++) {
        facts.add(new CurrentRecord(entry.item().id(), track.facts().get(i)));
      }
    }
    return facts;
  }

  /**
   * Names histories in facts by the resource they belong to, in the order in which the histories
   * were read, then by resource and node; of several reasons, the first in the alphabet is told.
   */
  public List<ClearFailures> clearings(List<ClearFailures> facts) {
    Map<String, ClearFailures> named = new LinkedHashMap<>();
    List<ClearFailures> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.<ClearFailures>comparingInt(fact -> order(fact.resource()))
            .thenComparing(ClearFailures::resource)
            .thenComparing(fact -> given.nodes().name(fact.node()))
            .thenComparing(ClearFailures::reason));
    for (ClearFailures fact : sorted) {
      Entry entry = entry(fact.resource());
      String resource = entry == null ? fact.resource() : entry.item().id();
      named.merge(
          resource + "@" + fact.node(),
          new ClearFailures(resource, fact.node(), fact.reason()),
          (a, b) -> a.reason().compareTo(b.reason()) <= 0 ? a : b);
    }
    return List.copyOf(named.values());
  }
}
