package dev.drover.policy;

import java.util.ArrayList;
import java.util.List;

/** Resources of every sort, thrown together: as text for a cluster file. */
final class GeneratedResources {
  private static final String DUMMY = "ocf:pacemaker:Dummy";

  /**
   * What constraints can name.
   *
   * @param promotable whether it has a role that constraints can speak of
   * @param many whether it runs on several nodes
   * @param least how many instances must run before anything that comes after it does; 0 where it
   *     does not say
   * @param grouped whether it is a cloned group: such an instance counts as startable though its
   *     members are not, and opens the way to what follows some instances too early, as it does
   *     under Pacemaker
   */
  record Top(String name, boolean promotable, boolean many, int least, boolean grouped) {}

  private final Dice dice;
  private final GeneratedOptions options;
  private final StringBuilder text = new StringBuilder();
  private final List<Top> tops = new ArrayList<>();
  private final List<String> primitives = new ArrayList<>();
  private final List<String> migratable = new ArrayList<>();
  private final List<String> stateful = new ArrayList<>();
  private final List<String> spare = new ArrayList<>();
  private final List<String> bundled = new ArrayList<>();
  private final boolean counted;

  /**
   * Begins without any.
   *
   * @param counted whether primitives say what they need of a node
   * @param unfencing whether nodes are unfenced before they are used
   */
  GeneratedResources(Dice dice, boolean counted, boolean unfencing) {
    this.dice = dice;
    this.options = new GeneratedOptions(dice, unfencing);
    this.counted = counted;
  }

  /** Their lines, below {@code resources:}. */
  String text() {
    return text.toString();
  }

  List<Top> tops() {
    return tops;
  }

  /** The names of all services that agents manage, but those in bundles. */
  List<String> primitives() {
    return primitives;
  }

  /** The names of the services inside of bundles. */
  List<String> bundled() {
    return bundled;
  }

  /** The names of those that may be moved live. */
  List<String> migratable() {
    return migratable;
  }

  /** The names of those with two active roles. */
  List<String> stateful() {
    return stateful;
  }

  /** The names of the services in what can be removed, but those in a bundle. */
  List<String> spare() {
    return spare;
  }

  /** Adds a line as it is, such as for a fence device. */
  void addLine(String line) {
    text.append("    - ").append(line).append('\n');
  }

  /** Adds a resource of any sort. */
  void add(String name) {
    switch (dice.below(14)) {
      case 0, 1 -> one(name, primitive(name, DUMMY));
      case 2 -> one(name, templated(name));
      case 3, 11 -> one(name, migratable(name));
      case 4, 5 -> one(name, group(name));
      case 6 -> clone(name, "interleave: " + dice.either(), primitive(name + "x", DUMMY));
      case 7 -> clone(name, unique(), primitive(name + "x", DUMMY));
      case 8 -> clone(name, "ordered: " + dice.either(), group(name + "g"));
      case 12 -> clone(name, "interleave: true", group(name + "g"));
      case 9 -> promotable(name, stateful(name + "x"));
      case 10 -> promotable(name, groupOf(name + "g", stateful(name + "x"), stateful(name + "y")));
      default -> bundle(name);
    }
  }

  /**
   * Adds one of any sort that no constraint can name, so that it can be removed. It takes no room,
   * of which there is not too much for the others.
   */
  void addSpare(String name) {
    int named = tops.size();
    int moved = migratable.size();
    int others = primitives.size();
    int from = text.length();
    add(name);
    String lines = withoutRoom(text.substring(from));
    text.setLength(from);
    text.append(lines);
    tops.subList(named, tops.size()).clear();
    migratable.subList(moved, migratable.size()).clear();
    spare.addAll(primitives.subList(others, primitives.size()));
  }

  private void one(String name, String line) {
    tops.add(new Top(name, false, false, 0, false));
    addLine(line);
  }

  private void clone(String name, String options, String of) {
    int least = least(of);
    tops.add(new Top(name, false, true, least, isGroup(of)));
    String most = dice.onceIn(3) ? ", clone-max: 2" : "";
    addLine(
        "{clone: %s, options: {%s%s%s, notify: %s}, of: %s}"
            .formatted(
                name,
                options,
                options.contains("unique") ? "" : most,
                enough(least),
                // without quorum under no-quorum-policy freeze, instances that are groups are told
                // for ever of something that never happens
                dice.either() && !isGroup(of),
                of));
  }

  private static String withoutRoom(String lines) {
    return lines.replaceAll(", utilization: \\{cpu: \\d}", "");
  }

  private int least(String of) {
    return !isGroup(of) && dice.either() ? 1 + dice.below(3) : 0;
  }

  private static boolean isGroup(String of) {
    return of.startsWith("{group");
  }

  private static String enough(int least) {
    return least > 0 ? ", clone-min: " + least : "";
  }

  private String unique() {
    return "globally-unique: true, clone-max: %d, clone-node-max: %d"
        .formatted(2 + dice.below(3), 1 + dice.below(2));
  }

  private void promotable(String name, String of) {
    int least = least(of);
    tops.add(new Top(name, true, true, least, isGroup(of)));
    addLine(
        "{clone: %s, options: {promotable: true, promoted-max: %d%s, interleave: %s, notify: %s%s%s}, of: %s}"
            .formatted(
                name,
                1 + dice.below(2),
                dice.pick("", ", promoted-node-max: 1"),
                dice.either(),
                dice.either() && !isGroup(of),
                enough(least),
                dice.onceIn(4) ? ", " + options.targetRole() : "",
                of));
  }

  private void bundle(String name) {
    tops.add(new Top(name, false, true, 0, false));
    boolean promotable = dice.onceIn(4);
    String inside =
        promotable || dice.either()
            ? ", of: {primitive: %s, agent: \"%s\", operations: %s}"
                .formatted(
                    name + "x",
                    promotable ? "ocf:pacemaker:Stateful" : DUMMY,
                    options.operationsInside())
            : "";
    if (!inside.isEmpty()) {
      bundled.add(name + "x");
    }
    addLine(
        "{bundle: %s, container: {engine: %s, image: \"web:1\", replicas: %d%s}, network: {ip-range-start: 192.0.2.%d, control-port: 9999}%s%s}"
            .formatted(
                name,
                dice.pick("podman", "docker"),
                1 + dice.below(3),
                promotable ? ", promoted-max: 1" : dice.pick("", ", replicas-per-host: 2"),
                10 * tops.size(),
                dice.pick(
                    "", ", ports: [{port: 80}], storage: [{source-dir: /srv, target-dir: /srv}]"),
                inside));
  }

  private String group(String name) {
    return dice.either()
        ? groupOf(name, primitive(name + "x", DUMMY), primitive(name + "y", DUMMY))
        : groupOf(
            name,
            primitive(name + "x", DUMMY),
            primitive(name + "y", DUMMY),
            primitive(name + "z", DUMMY));
  }

  private static String groupOf(String name, String... members) {
    return "{group: %s, members: [%s]}".formatted(name, String.join(", ", members));
  }

  private String primitive(String name, String agent) {
    primitives.add(name);
    return "{primitive: %s, agent: \"%s\", options: %s, operations: %s%s}"
        .formatted(name, agent, options.ofResource(), options.operations(), utilization());
  }

  private String templated(String name) {
    primitives.add(name);
    return "{primitive: %s, template: common, options: %s%s}"
        .formatted(name, options.ofResource(), utilization());
  }

  private String migratable(String name) {
    primitives.add(name);
    migratable.add(name);
    return "{primitive: %s, agent: \"%s\", options: {allow-migrate: true}, operations: {monitor: 10s}%s}"
        .formatted(name, DUMMY, utilization());
  }

  private String stateful(String name) {
    primitives.add(name);
    stateful.add(name);
    return "{primitive: %s, agent: \"ocf:pacemaker:Stateful\", options: %s, operations: %s}"
        .formatted(name, options.ofResource(), options.operationsByRole());
  }

  private String utilization() {
    return counted ? ", utilization: {cpu: " + (1 + dice.below(3)) + "}" : "";
  }
}
