package dev.drover.daemon;

import dev.drover.execute.StatusDraft;
import dev.drover.live.Letter;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of nodes that last until the node starts again. Changes that ask for patience are
 * collected in the leader, each attribute for itself and for all nodes together, so that a value
 * that goes up and down moves nothing. On the loop only.
 */
final class Attributes {
  /** Port: what the leader does with changes. */
  interface Leader {
    /** Changes the status for a reason that people are told. */
    void change(Consumer<StatusDraft> edit, String why);

    /** A node's values that count at present, by name. */
    Map<String, String> values(String node);
  }

  /** A command waits for its answer that long at most. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  /** So many bytes the attributes of one node may have: all of them are told at once. */
  static final int MOST_BYTES = 128 * 1024;

  private static final int MOST_WAITING = 1000;

  private record Name(String node, String attribute) {}

  /** The latest value that was asked for, and everybody who waits. */
  private static final class Wanted {
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable String value;
  }

  private final BiConsumer<Duration, Runnable> later;
  private final Map<Name, Wanted> collected = new LinkedHashMap<>();

  /** The attributes whose time runs, on whichever nodes. */
  private final Set<String> counting = new HashSet<>();

  /**
   * Collects nothing yet.
   *
   * @param later runs a task on the loop after a time
   */
  Attributes(BiConsumer<Duration, Runnable> later) {
    this.later = later;
  }

  /**
   * Sets an attribute, or takes it away.
   *
   * @param value null takes it away
   * @param dampening how long other changes of this attribute are waited for, on whichever nodes,
   *     counted from the first of them; zero takes them up at once
   * @param done told once it counts
   * @throws IllegalArgumentException where too much waits or the wait is too long; for people
   */
  void set(
      Leader leader,
      String node,
      String attribute,
      @Nullable String value,
      Duration dampening,
      Runnable done) {
    if (dampening.isNegative() || dampening.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a dampening of `%d ms`: expected 0 to %d s"
              .formatted(dampening.toMillis(), LONGEST.toSeconds()));
    }
    if (collected.size() >= MOST_WAITING) {
      throw new IllegalArgumentException(MOST_WAITING + " attributes wait to be set already");
    }
    Name name = new Name(node, attribute);
    Map<String, String> known = leader.values(node);
    if (!collected.containsKey(name) && Objects.equals(known.get(attribute), value)) {
      // Agents set the same value again and again: that is nothing to decide on, or to write down.
      done.run();
      return;
    }
    if (value != null && bytesWith(name, value, known) > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the attributes of `%s` would have more than `%d` bytes together"
              .formatted(node, MOST_BYTES));
    }
    Wanted wanted = collected.computeIfAbsent(name, unseen -> new Wanted());
    wanted.value = value;
    wanted.waiting.add(done);
    if (dampening.isZero()) {
      takeUp(leader, attribute);
    } else if (counting.add(attribute)) {
      later.accept(dampening, () -> isOver(leader, attribute));
    }
  }

  private void isOver(Leader leader, String attribute) {
    counting.remove(attribute);
    takeUp(leader, attribute);
  }

  private void takeUp(Leader leader, String attribute) {
    Map<Name, Wanted> all = new LinkedHashMap<>(collected);
    all.keySet().removeIf(name -> !name.attribute.equals(attribute));
    collected.keySet().removeAll(all.keySet());
    Map<Name, Wanted> changes = new LinkedHashMap<>(all);
    // What went up and down again.
    changes.entrySet().removeIf(each -> isSo(leader, each.getKey(), each.getValue()));
    if (!changes.isEmpty()) {
      change(leader, changes);
    }
    all.values().forEach(wanted -> wanted.waiting.forEach(Runnable::run));
  }

  /** What a node's attributes would take, with all that is collected for it. */
  private long bytesWith(Name added, String value, Map<String, String> known) {
    Map<String, String> all = new HashMap<>(known);
    collected.forEach(
        (name, wanted) -> {
          if (name.node.equals(added.node) && wanted.value != null) {
            all.put(name.attribute, wanted.value);
          }
        });
    all.put(added.attribute, value);
    return all.entrySet().stream()
        .mapToLong(each -> bytes(each.getKey()) + bytes(each.getValue()))
        .sum();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isSo(Leader leader, Name name, Wanted wanted) {
    return Objects.equals(leader.values(name.node).get(name.attribute), wanted.value);
  }

  private static void change(Leader leader, Map<Name, Wanted> changes) {
    List<String> lines = new ArrayList<>();
    changes.forEach(
        (name, wanted) ->
            lines.add(
                "attribute `%s` of %s is %s"
                    .formatted(
                        name.attribute,
                        name.node,
                        wanted.value == null ? "gone" : "`" + wanted.value + "`")));
    leader.change(
        status -> changes.forEach((name, wanted) -> write(status, name, wanted.value)),
        String.join("; ", lines));
  }

  private static void write(StatusDraft status, Name name, @Nullable String value) {
    Map<String, String> all = status.node(name.node).attributes();
    if (value == null) {
      all.remove(name.attribute);
    } else {
      all.put(name.attribute, value);
    }
  }

  /** A node's transient attributes. */
  static Map<String, String> values(ClusterState state, String node) {
    return state.status().nodes().stream()
        .filter(each -> each.name().equals(node))
        .findFirst()
        .map(NodeState::attributes)
        .orElse(Map.of());
  }

  /** A node's attributes, each as {@code NAME=VALUE}, with those that do not last marked. */
  static Letter.Answer show(ClusterState state, String node, Instant at) {
    Map<String, String> lines = new TreeMap<>();
    state.configuration().nodes().stream()
        .filter(each -> each.name().equals(node))
        .map(each -> Settings.resolve(each.attributes(), Context.at(at)))
        .forEach(values -> values.forEach((name, value) -> lines.put(name, name + "=" + value)));
    state.status().nodes().stream()
        .filter(each -> each.name().equals(node))
        .forEach(
            each ->
                each.attributes()
                    .forEach(
                        (name, value) -> lines.put(name, name + "=" + value + " (transient)")));
    return new Letter.Answer(0, 0, String.join("\n", lines.values()));
  }
}
