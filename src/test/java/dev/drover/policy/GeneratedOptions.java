package dev.drover.policy;

/** What is said of a resource and of its operations: as text for a cluster file. */
final class GeneratedOptions {
  private final Dice dice;
  private final GeneratedDates dates;
  private final boolean unfencing;

  /**
   * Begins without any.
   *
   * @param unfencing whether nodes are unfenced before they are used
   */
  GeneratedOptions(Dice dice, boolean unfencing) {
    this.dice = dice;
    this.dates = new GeneratedDates(dice);
    this.unfencing = unfencing;
  }

  /** Options that hold always, or two sets of which one holds at some time only. */
  String ofResource() {
    return dice.onceIn(6)
        ? "[{when: %s, score: 2, values: {%s}}, {values: {%s}}]"
            .formatted(dates.condition(), dice.pick("target-role: Stopped", option()), option())
        : "{" + option() + "}";
  }

  /**
   * A role that operators want; where there is only one active role, each of those stands for it.
   */
  String targetRole() {
    return "target-role: "
        + dice.pick("Stopped", "Stopped", "Started", "Started", "Unpromoted", "Promoted");
  }

  private String option() {
    return dice.pick(
        "resource-stickiness: 10",
        "resource-stickiness: INFINITY",
        "migration-threshold: 2",
        "priority: 5",
        "failure-timeout: 30s",
        "is-managed: false",
        "maintenance: true",
        "multiple-active: block",
        "multiple-active: stop_only",
        "multiple-active: stop_start",
        "multiple-active: stop_unexpected",
        unfencing ? "requires: unfencing" : "requires: quorum",
        dice.pick("requires: nothing", "requires: fencing"),
        "critical: false",
        "container-attribute-target: host",
        "allow-unhealthy-nodes: true",
        targetRole());
  }

  /** Of a resource that is watched every ten seconds, with or without more to say about it. */
  String operations() {
    String monitor =
        "{operation: monitor, interval: 10s, on-fail: %s%s}"
            .formatted(
                onFail(),
                dice.onceIn(6)
                    ? dice.pick(
                        ", start-delay: 15s",
                        ", interval-origin: \"2026-01-01T00:00:03Z\"",
                        ", enabled: false",
                        ", timeout: 5s")
                    : "");
    return dice.onceIn(4) ? "[" + monitor + ", " + another() + "]" : "[" + monitor + "]";
  }

  private String another() {
    return switch (dice.below(4)) {
      case 0 -> "{operation: monitor, interval: 13s, role: Stopped}";
      case 1 -> "{operation: start, timeout: 40s, on-fail: " + onFail() + "}";
      case 2 ->
          "{operation: stop, on-fail: " + dice.pick("block", "ignore", "fence", "restart") + "}";
      default -> "{operation: monitor, interval: 17s, on-fail: " + onFail() + "}";
    };
  }

  /** Of a resource inside of a bundle, whose failure may be one of the container. */
  String operationsInside() {
    return "{monitor: {interval: 10s, on-fail: %s}}"
        .formatted(dice.pick("restart-container", "restart-container", "restart", "ignore"));
  }

  /** Of a resource with two active roles. */
  String operationsByRole() {
    String demote =
        dice.onceIn(4)
            ? ", {operation: %s, on-fail: %s}"
                .formatted(dice.pick("promote", "demote"), dice.pick("block", "demote", "restart"))
                // a demotion that fails cannot be answered by another
                .replace("demote, on-fail: demote", "demote, on-fail: block")
            : "";
    return ("[{operation: monitor, interval: 10s, role: Promoted, on-fail: %s},"
            + " {operation: monitor, interval: 11s, role: Unpromoted, on-fail: %s}%s]")
        .formatted(dice.pick("restart", "demote", "block"), onFail(), demote);
  }

  private String onFail() {
    return dice.pick("restart", "restart", "ignore", "block", "stop", "standby", "fence");
  }
}
