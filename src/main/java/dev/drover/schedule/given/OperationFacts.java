package dev.drover.schedule.given;

import dev.drover.model.Intervals;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.fact.DuplicateOperation;
import dev.drover.model.fact.Operation;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations with their options in force, each made once. */
public final class OperationFacts {
  private final List<SettingSet> defaults;
  private final Instant now;
  private final Map<Key, Operation> known = new HashMap<>();
  private final List<Object> fresh = new ArrayList<>();

  OperationFacts(List<SettingSet> defaults, Instant now) {
    this.defaults = defaults;
    this.now = now;
  }

  /** The name that facts use: a monitor that does not recur is a probe. */
  public static String name(String operation, long intervalMs) {
    return operation.equals("monitor") && intervalMs == 0 ? "probe" : operation;
  }

  /**
   * Everything that is configured for a primitive. Of two operations with one name and interval,
   * the first counts.
   */
  void addConfigured(Primitive primitive) {
    for (OperationConfig operation : primitive.operations()) {
      long interval = Intervals.parse(operation.interval());
      Key key = new Key(primitive.name(), name(operation.name(), interval), interval);
      Operation first = known.get(key);
      if (first == null) {
        add(key, make(primitive, operation.id(), operation.name(), interval, operation));
      } else if (!first.id().equals(operation.id())) {
        fresh.add(
            new DuplicateOperation(primitive.name(), name(operation.name(), interval), interval));
      }
    }
  }

  /** The options in force of an operation, configured or not. */
  public Operation of(Primitive primitive, String operation, long intervalMs) {
    Key key = new Key(primitive.name(), name(operation, intervalMs), intervalMs);
    Operation found = known.get(key);
    if (found == null) {
      found = make(primitive, "", operation, intervalMs, null);
      add(key, found);
    }
    return found;
  }

  /** The facts that came up since this was last asked. */
  List<Object> newFacts() {
    List<Object> found = List.copyOf(fresh);
    fresh.clear();
    return found;
  }

  private void add(Key key, Operation operation) {
    known.put(key, operation);
    fresh.add(operation);
  }

  private Operation make(
      Primitive primitive,
      String id,
      String operation,
      long interval,
      @Nullable OperationConfig config) {
    Context context =
        Context.at(now).withAgent(primitive.agent()).forOperation(operation, interval);
    Map<String, String> options = new LinkedHashMap<>();
    if (config != null) {
      options.putAll(config.attributes());
      Settings.addTo(options, config.meta(), context);
    }
    Settings.addTo(options, defaults, context);
    return new Operation(
        id, primitive.name(), name(operation, interval), interval, config != null, options);
  }

  /** By what an operation is found. */
  private record Key(String primitive, String operation, long intervalMs) {}
}
