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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations with their options in force, each made once. */
public final class OperationFacts {
  private final List<SettingSet> defaults;
  private final Instant now;

  /** By the primitive's number; each has few. */
  private final List<List<Operation>> known = new ArrayList<>();

  private final List<Object> fresh = new ArrayList<>();
  private final EqualMaps equalOptions = new EqualMaps();

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
      Operation first = find(primitive, name(operation.name(), interval), interval);
      if (first == null) {
        add(primitive, make(primitive, operation.id(), operation.name(), interval, operation));
      } else if (!first.id().equals(operation.id())) {
        fresh.add(
            new DuplicateOperation(primitive.name(), name(operation.name(), interval), interval));
      }
    }
  }

  /** The options in force of an operation, configured or not. */
  public Operation of(Primitive primitive, String operation, long intervalMs) {
    Operation found = find(primitive, name(operation, intervalMs), intervalMs);
    if (found == null) {
      found = make(primitive, "", operation, intervalMs, null);
      add(primitive, found);
    }
    return found;
  }

  private @Nullable Operation find(Primitive primitive, String name, long intervalMs) {
    List<Operation> own = own(primitive);
    for (int i = 0; i < own.size(); i++) {
      Operation operation = own.get(i);
      if (operation.intervalMs() == intervalMs && operation.name().equals(name)) {
        return operation;
      }
    }
    return null;
  }

  /** The facts that came up since this was last asked. */
  List<Object> newFacts() {
    List<Object> found = List.copyOf(fresh);
    fresh.clear();
    return found;
  }

  private List<Operation> own(Primitive primitive) {
    while (known.size() <= primitive.number()) {
      known.add(new ArrayList<>(4));
    }
    return known.get(primitive.number());
  }

  private void add(Primitive primitive, Operation operation) {
    own(primitive).add(operation);
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
        id,
        primitive.name(),
        name(operation, interval),
        interval,
        config != null,
        equalOptions.first(options));
  }
}
