package dev.drover.policy;

import dev.drover.policy.GeneratedResources.Top;
import java.util.List;

/** What happens to a cluster, of every sort: as text for a scenario file. */
final class GeneratedEvents {
  private final Dice dice;
  private final GeneratedResources resources;
  private final boolean fencing;
  private int moves;

  /**
   * Begins without any.
   *
   * @param fencing whether lost nodes are fenced, so that two sides may part and nodes fall silent
   */
  GeneratedEvents(Dice dice, GeneratedResources resources, boolean fencing) {
    this.dice = dice;
    this.resources = resources;
    this.fencing = fencing;
  }

  /** The next one, or several at once. */
  String next() {
    return switch (dice.below(4)) {
      case 0 -> toNodes(dice.pick("a", "b", "c"));
      case 1 -> change(dice.pick("a", "b", "c"), dice.pick(resources.tops()));
      case 2 -> dice.either() ? time() : moves(dice.pick("a", "b", "c"));
      default -> toResources(dice.pick("a", "b", "c"));
    };
  }

  private String time() {
    return "{time-passes: %dmin}".formatted(1 + dice.below(3));
  }

  private String toNodes(String member) {
    return switch (dice.below(12)) {
      case 0 -> "{standby: %s}".formatted(member);
      case 1 -> "{loses-power: c}, {time-passes: 1min}";
      case 2 -> "{loses-power: c}, {time-passes: 1min}, {comes-up: c}";
      case 3 -> "{quorum: %s}".formatted(dice.pick("lost", "regained"));
      case 4 -> "{shuts-down: %s}".formatted(member);
      // without fencing nobody can tell that what runs there has ended
      case 5 -> fencing ? "{stops-answering: %s}".formatted(member) : "{loses-power: c}";
      case 6 -> fencing ? "{network: {splits: [[a, b], [c]]}}" : "{loses-power: c}";
      case 7 -> "{network: heals}, {unstandby: [a, b, c]}";
      case 8 -> "{fence-device-breaks: fencer}, {loses-power: c}, {time-passes: 1min}";
      case 9 ->
          "{fence-device-mended: fencer}, {loses-power: c}, {confirmed-down: c}, {comes-up: c}";
      case 10 -> anotherDevice(member);
      default ->
          "{reports: {node: %s, name: \"#health-disk\", value: %s}}"
              .formatted(member, dice.pick("red", "yellow", "green", "-100"));
    };
  }

  /** To be unfenced again, where nodes are unfenced at all; else it means nothing. */
  private static String anotherDevice(String node) {
    return ("{reports: {node: %s, name: \"#digests-all\", value: \"fencer:fence_dummy:0,\"}}, "
            + "{reports: {node: %s, name: \"#digests-secure\", value: \"fencer:fence_dummy:0,\"}}")
        .formatted(node, node);
  }

  private String change(String member, Top top) {
    return switch (dice.below(10)) {
      case 0 -> "{ticket: {name: T, is: %s}}".formatted(dice.pick("granted", "revoked", "standby"));
      case 1 -> "{enters-maintenance: %s}".formatted(dice.pick("cluster", member, top.name()));
      case 2 -> "{leaves-maintenance: [cluster, %s, %s]}".formatted(member, top.name());
      case 3 ->
          "{resource-options: {resource: %s, values: {target-role: %s}}}"
              .formatted(
                  top.name(),
                  top.promotable()
                      ? dice.pick("Stopped", "Started", "Unpromoted", "Promoted", "")
                      : dice.pick("Stopped", "Started"));
      case 4 ->
          "{resource-options: {resource: %s, values: {is-managed: %s}}}"
              .formatted(top.name(), dice.either());
      case 5 -> "{cluster-options: {stop-all-resources: %s}}".formatted(dice.either());
      case 6 ->
          "{cluster-options: {no-quorum-policy: %s}}"
              .formatted(dice.pick("stop", "freeze", "ignore", "demote"));
      case 7 -> dice.pick(removal(), "{remove-constraint: c0}");
      case 8 -> removal();
      default -> promotion(member);
    };
  }

  /** What is removed may have failed before, or fails when it is to be stopped. */
  private String removal() {
    String removed = "{remove-resource: " + GeneratedStory.SPARE + "}";
    List<String> services = resources.spare();
    if (services.isEmpty()) {
      return removed;
    }
    String one = dice.pick(services);
    String fails =
        "{fails: {resource: %s, operation: %s, code: %d, times: 2}}"
            .formatted(one, dice.pick("monitor", "stop", "stop", "demote"), 1 + dice.below(7));
    return switch (dice.below(6)) {
      case 0 -> removed;
      case 1 -> "{dies: %s}, {time-passes: 1min}, %s".formatted(one, removed);
      case 2 -> fails + ", {time-passes: 1min}, " + removed;
      case 3 -> removed + ", " + fails + ", {cleaned-up: everything}";
      case 4 -> "{loses-power: c}, " + removed + ", {time-passes: 1min}, {comes-up: c}";
      default -> removed + ", " + fails + ", {time-passes: 1min}";
    };
  }

  /** An agent finds one node fitter than before, or a node lets all that are promoted go. */
  private String promotion(String member) {
    List<String> stateful = resources.stateful();
    return stateful.isEmpty()
        ? time()
        : "{reports: {node: %s, name: master-%s, value: %s}}"
            .formatted(member, dice.pick(stateful), dice.pick("50", "5", "-INFINITY", "0"));
  }

  private String toResources(String member) {
    if (!resources.bundled().isEmpty() && dice.onceIn(4)) {
      return failsInside(dice.pick(resources.bundled()));
    }
    List<String> primitives = resources.primitives();
    if (primitives.isEmpty()) {
      return time();
    }
    String one = dice.pick(primitives);
    return switch (dice.below(10)) {
      case 0, 1 ->
          "{started-by-hand: {resource: %s, on: %s}}, {cleaned-up: everything}"
              .formatted(one, member);
      case 2 -> "{dies: %s}, {time-passes: 1min}".formatted(one);
      case 3 ->
          "{hangs: {resource: %s, operation: %s, times: 2}}, {time-passes: 1min}"
              .formatted(one, operation());
      case 4 -> "{mended: %s}, {cleaned-up: %s}".formatted(one, one);
      case 5 -> probeFailure(one, member);
      default ->
          "{fails: {resource: %s, operation: %s, code: %d, times: 2}}, {time-passes: 1min}"
              .formatted(one, operation(), 1 + dice.below(7));
    };
  }

  private String failsInside(String one) {
    return dice.onceIn(3)
        ? "{dies: %s}, {time-passes: 1min}".formatted(one)
        : "{fails: {resource: %s, operation: %s, code: %d, times: 2}}, {time-passes: 1min}"
            .formatted(one, dice.pick("monitor", "start", "stop"), 1 + dice.below(7));
  }

  private String operation() {
    return dice.pick("monitor", "monitor", "start", "stop", "promote", "demote");
  }

  private String probeFailure(String resource, String member) {
    return "{fails: {resource: %s, operation: probe, on: %s, code: %d}}, {cleaned-up: %s}"
        .formatted(resource, member, dice.pick(1, 5, 6, 8), resource);
  }

  /** An operator has something moved, live where that is possible, and where it succeeds. */
  private String moves(String to) {
    boolean live = !resources.migratable().isEmpty();
    String what = live ? dice.pick(resources.migratable()) : dice.pick(resources.tops()).name();
    String trouble =
        live && dice.onceIn(3)
            ? ", {fails: {resource: %s, operation: %s}}"
                .formatted(what, dice.pick("migrate_to", "migrate_from"))
            : "";
    return "{add-constraint: {locate: %s, on: %s, score: %s, id: move%d}}%s"
        .formatted(what, to, dice.pick("200", "INFINITY"), moves++, trouble);
  }
}
