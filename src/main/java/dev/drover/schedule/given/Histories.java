package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.fact.Answer;
import dev.drover.model.fact.Happened;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.schedule.digest.ParameterDigests;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was recorded on every node into tracks. */
final class Histories {
  private static final Agent UNKNOWN = new Agent("ocf", "unknown", "unknown");

  private final ResourceTable resources;
  private final Parameters parameters;
  private final List<Track> tracks = new ArrayList<>();

  /** By the name that a history goes by, for what is still configured: looked up once. */
  private final Map<String, Known> meanings = new HashMap<>();

  /**
   * The same in the order in which they came up: one node's are mostly in the order of another's.
   */
  private final List<Known> inOrder = new ArrayList<>();

  private final Answers answers = new Answers();

  private int next;

  private int results;

  /**
   * What a history's name means.
   *
   * @param at its place among those that came up, from 0
   * @param item the resource of that very name; null where there is none
   * @param failName the name that its fail counts go by
   * @param bundled whether it runs inside of a bundle's container
   */
  private record Known(
      int at, String name, Primitive base, @Nullable Item item, String failName, boolean bundled) {}

  Histories(ClusterState state, NodeTable nodes, ResourceTable resources, Parameters parameters) {
    this.parameters = parameters;
    this.resources = resources;
    for (NodeState report : state.status().nodes()) {
      NodeTable.Entry node = nodes.of(report);
      if (node != null) {
        next = 0;
        report.history().forEach(history -> add(node.id(), history));
      }
    }
  }

  /** In the order of the report. */
  List<Track> tracks() {
    return tracks;
  }

  /** How many results there are. */
  int results() {
    return results;
  }

  /** The different answers among all results, in the order in which they came up. */
  List<Answer> answers() {
    return answers.all();
  }

  /** A history without results counts where it says that the resource is kept for its node. */
  private void add(String node, ResourceHistory history) {
    if (history.operations().isEmpty()
        && !history.attributes().containsKey(ResourceHistory.KEPT_SINCE)) {
      return;
    }
    Known meant = meant(history);
    List<OperationRecord> records = RecordOrder.sort(history.operations());
    boolean smooth = true;
    for (OperationRecord record : records) {
      smooth &= answers.of(record).isSmooth() && !isLastFailure(record);
    }
    int first = results;
    results += records.size();
    tracks.add(
        new Track(
            tracks.size(),
            history,
            meant.base,
            meant.item,
            node,
            records,
            answers.of(records),
            smooth,
            track -> facts(track, meant, first)));
  }

  private List<Happened> facts(Track track, Known meant, int first) {
    List<Happened> facts = new ArrayList<>(track.records().size());
    for (OperationRecord record : track.records()) {
      facts.add(fact(track, meant, first, facts.size(), record));
    }
    return List.copyOf(facts);
  }

  private Known meant(ResourceHistory history) {
    String name = history.resource();
    Known meant = next < inOrder.size() ? inOrder.get(next) : null;
    if (meant == null || !meant.name.equals(name)) {
      meant = meanings.get(name);
    }
    if (meant == null) {
      Primitive base = base(history);
      boolean alike = base.inClone() && !isUnique(base);
      String failName = alike ? base.name() : name;
      meant =
          new Known(inOrder.size(), name, base, resources.item(name), failName, isBundled(base));
      if (!base.orphan()) {
        meanings.put(name, meant);
        inOrder.add(meant);
      }
    }
    next = meant.at + 1;
    return meant;
  }

  private boolean isBundled(Primitive base) {
    Item item = resources.item(base.inClone() ? base.name() + ":0" : base.name());
    return item != null && item.top().kind() == Kind.BUNDLE;
  }

  private boolean isUnique(Primitive base) {
    Item first = resources.item(base.name() + ":0");
    Item clone = first == null ? null : first.enclosingClone();
    return clone != null && clone.shape() != null && clone.shape().unique();
  }

  /**
   * What the name means by now. What is a group, clone or bundle by now was another resource when
   * it was recorded, and a bare name says of no instance that differs from the others which it is.
   */
  private Primitive base(ResourceHistory history) {
    String name = history.resource();
    Item item = resources.item(name);
    Primitive known =
        resources.primitives().get(item == null ? withoutNumber(name) : item.baseName());
    if (known != null && (item != null || (known.inClone() && !isUnique(known)))) {
      return known;
    }
    return resources.forget(
        name,
        history.agent() == null ? UNKNOWN : history.agent(),
        history.attributes().get("container"),
        known != null && known.agent().equals(history.agent()) ? known.parameters() : List.of());
  }

  /** {@code web} for {@code web:0}; anything without an instance number as it is. */
  static String withoutNumber(String name) {
    int colon = name.lastIndexOf(':');
    if (colon < 1 || colon == name.length() - 1) {
      return name;
    }
    return name.chars().skip(colon + 1L).allMatch(Character::isDigit)
        ? name.substring(0, colon)
        : name;
  }

  private Happened fact(Track track, Known meant, int first, int order, OperationRecord record) {
    Answer answer = track.answers().get(order);
    return new Happened(
        first + order,
        track.id(),
        meant.base.name(),
        meant.failName,
        track.node(),
        order,
        answer.operation(),
        record.intervalMs(),
        answer.status(),
        answer.rc(),
        answer.expected(),
        record.lastChange(),
        isLastFailure(record),
        meant.bundled,
        ParameterDigests.affected(record),
        parameters.change(meant.base, record, track.node()));
  }

  private static boolean isLastFailure(OperationRecord record) {
    return record.id().endsWith("_last_failure_0");
  }
}
