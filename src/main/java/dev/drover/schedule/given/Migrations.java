package dev.drover.schedule.given;

import dev.drover.model.fact.Happened;
import dev.drover.model.fact.Migration;
import dev.drover.model.fact.Migration.Arrival;
import dev.drover.model.status.OperationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was recorded of live migrations on their two sides. A record whose node names are
 * missing, or do not fit the node that it was found on, says nothing.
 */
final class Migrations {
  private static final String TO = "migrate_to";
  private static final String FROM = "migrate_from";
  private static final Set<String> MOVES_ON = Set.of("start", "stop", TO, FROM);
  private static final int NOT_RUNNING = 7;

  /** The exit code of an operation that has not ended. */
  private static final int UNKNOWN = 193;

  private final NodeTable nodes;
  private final List<Track> all;

  /** By their ids, once one is looked for. */
  private final Map<String, Track> tracks = new HashMap<>();

  private Migrations(NodeTable nodes, List<Track> all) {
    this.nodes = nodes;
    this.all = all;
  }

  static List<Migration> of(NodeTable nodes, List<Track> tracks) {
    Migrations migrations = new Migrations(nodes, tracks);
    List<Migration> found = new ArrayList<>();
    for (Track track : tracks) {
      if (track.isSmooth()) {
        continue;
      }
      for (int i = 0; i < track.records().size(); i++) {
        OperationRecord record = track.records().get(i);
        if (record.migrateSource() != null && record.migrateTarget() != null) {
          migrations.read(track, record, track.facts().get(i), found);
        }
      }
    }
    return found;
  }

  private void read(Track track, OperationRecord record, Happened happened, List<Migration> found) {
    String here = nodes.name(track.node());
    if (record.operation().equals(TO) && here.equalsIgnoreCase(record.migrateSource())) {
      found.add(departure(track, record, happened));
    } else if (record.operation().equals(FROM) && here.equalsIgnoreCase(record.migrateTarget())) {
      found.add(arrival(track, record, happened));
    }
  }

  private Migration departure(Track source, OperationRecord record, Happened happened) {
    Track target = track(source, record.migrateTarget());
    OperationRecord from =
        first(target, FROM, other -> isSame(other.migrateSource(), record.migrateSource()));
    boolean compared = from != null && (succeeded(record) || succeeded(from));
    return new Migration(
        happened,
        source.node(),
        id(record.migrateTarget()),
        arrival(from),
        movedOn(source, record),
        hasNewerState(target, compared && from != null ? from : record),
        isKnown(source),
        isKnown(target));
  }

  private Migration arrival(Track target, OperationRecord record, Happened happened) {
    Track source = track(target, record.migrateSource());
    OperationRecord to =
        first(source, TO, other -> isSame(other.migrateTarget(), record.migrateTarget()));
    return new Migration(
        happened,
        id(record.migrateSource()),
        target.node(),
        arrival(record),
        hasNewerState(source, to != null && succeeded(to) ? to : record),
        false,
        isKnown(source),
        isKnown(target));
  }

  private static Arrival arrival(@Nullable OperationRecord from) {
    if (from == null) {
      return Arrival.UNRECORDED;
    }
    return from.status() == -1
        ? Arrival.UNDER_WAY
        : succeeded(from) ? Arrival.SUCCEEDED : Arrival.FAILED;
  }

  private static boolean succeeded(OperationRecord record) {
    return record.rc() == 0 && record.status() == 0;
  }

  /**
   * True where something was recorded since that did more than look, or that did not find the
   * resource.
   */
  private static boolean hasNewerState(@Nullable Track track, OperationRecord since) {
    OperationRecord monitor = first(track, "monitor", other -> true);
    return movedOn(track, since)
        || (monitor != null
            && monitor.rc() == NOT_RUNNING
            && monitor.status() == 0
            && RecordOrder.compare(monitor, since) > 0);
  }

  private static boolean movedOn(@Nullable Track track, OperationRecord since) {
    return track != null
        && track.records().stream()
            .anyMatch(
                other ->
                    other != since
                        && MOVES_ON.contains(other.operation())
                        && RecordOrder.compare(other, since) > 0);
  }

  private static boolean isKnown(@Nullable Track track) {
    return track != null && track.records().stream().anyMatch(record -> record.rc() != UNKNOWN);
  }

  /** The first record of an operation, as they were reported; null where there is none. */
  private static @Nullable OperationRecord first(
      @Nullable Track track, String operation, Predicate<OperationRecord> wanted) {
    return track == null
        ? null
        : track.history().operations().stream()
            .filter(record -> record.operation().equals(operation) && wanted.test(record))
            .findFirst()
            .orElse(null);
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null
        && other != null
        && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private @Nullable Track track(Track other, @Nullable String node) {
    if (tracks.isEmpty()) {
      all.forEach(track -> tracks.putIfAbsent(track.id(), track));
    }
    return tracks.get(other.history().resource() + "@" + id(node));
  }

  /** A node's id; empty where no node has that name. */
  private String id(@Nullable String name) {
    NodeTable.Entry node = nodes.byName(name);
    return node == null ? "" : node.id();
  }
}
