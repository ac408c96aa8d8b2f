package dev.drover.policy;

import dev.drover.policy.GeneratedResources.Top;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Constraints of every sort, thrown together: as text for a cluster file. They point from earlier
 * to later resources only, so that none of them goes round in a circle.
 */
final class GeneratedConstraints {
  private final Dice dice;
  private final GeneratedDates dates;
  private final List<Top> tops;
  private final List<String> nodes;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> ordered = new HashSet<>();
  private int number;

  GeneratedConstraints(Dice dice, List<Top> tops, List<String> nodes) {
    this.dice = dice;
    this.dates = new GeneratedDates(dice);
    this.tops = tops;
    this.nodes = nodes;
  }

  /** Their lines, below {@code constraints:}. */
  String text() {
    return text.toString();
  }

  /** Adds one constraint about a resource, by its place in the list. */
  void add(int about) {
    Top one = tops.get(about);
    boolean last = about == tops.size() - 1;
    switch (dice.below(last ? 6 : 11)) {
      case 0 -> line("locate: %s, on: %s, score: %s", one.name(), dice.pick(nodes), wish());
      case 1 ->
          line(
              "locate: %s, where: {attribute: rack, %s: r%d}, score: %s",
              one.name(), dice.pick("is", "is-not"), 1 + dice.below(2), wish());
      case 2 -> {
        if (one.promotable()) {
          line(
              "locate: %s, on: %s, score: %d, role: Promoted",
              one.name(), dice.pick(nodes), 1 + dice.below(100));
        } else {
          line("locate-pattern: \"r[%d-9]\", on: %s, score: %s", about, dice.pick(nodes), wish());
        }
      }
      case 3 ->
          line(
              "ticket: T, resource: %s, loss-policy: %s",
              one.name(), dice.pick("stop", "fence", "freeze", "demote"));
      case 4 -> line("locate: tagged, on: %s, score: %s", dice.pick(nodes), wish());
      case 5 -> dated(one);
      case 6, 7 -> colocate(one, later(about));
      case 8, 9 -> order(one, later(about));
      default -> sets(about);
    }
  }

  private void dated(Top one) {
    String date = dates.condition();
    line(
        "locate: %s, where: %s, score: %s",
        one.name(),
        dice.either() ? date : "{all: [" + date + ", {attribute: rack, is: r1}]}",
        dice.either() ? "-INFINITY" : wish());
  }

  private void colocate(Top dependent, Top primary) {
    String role = primary.promotable() && dice.either() ? ", with-role: Promoted" : "";
    String score = dice.pick("100", "-100", "INFINITY", "INFINITY", "-INFINITY");
    String attribute = dice.onceIn(6) && !dependent.many() ? ", node-attribute: rack" : "";
    line(
        "colocate: %s, with: %s, score: %s%s%s",
        dependent.name(),
        primary.name(),
        // an instance that shuns others may move to and fro for ever; so it does under Pacemaker
        dependent.many() ? score.replace("-", "") : score,
        role,
        attribute);
  }

  /** Lets something come after each clone that says how many instances are enough. */
  void addAfterClones() {
    for (int i = 0; i < tops.size() - 1; i++) {
      if (tops.get(i).least() > 0) {
        order(tops.get(i), later(i));
      }
    }
  }

  private Top later(int than) {
    return tops.get(than + 1 + dice.below(tops.size() - than - 1));
  }

  private void order(Top first, Top next) {
    String action = first.promotable() && dice.either() ? "promote" : "start";
    String kind = dice.pick("Mandatory", "Mandatory", "Optional", "Serialize");
    boolean all = first.grouped() || !dice.onceIn(4);
    // of two orders for one pair the second adds nothing; nor does it under Pacemaker
    if (ordered.add(first.name() + " " + next.name())) {
      line(
          "order: [%s %s, start %s], kind: %s, require-all: %s",
          action, first.name(), next.name(), kind, all);
    }
  }

  /** What stands later in the list comes first here, as with pairs. */
  private void sets(int about) {
    List<String> names = tops.subList(about, tops.size()).stream().map(Top::name).toList();
    String sets =
        names.size() < 3
            ? "[" + names + "]"
            : "[{resources: [%s, %s], sequential: %s}, [%s]]"
                .formatted(names.get(0), names.get(1), dice.either(), names.get(2));
    if (dice.either()) {
      line("order-sets: %s, kind: %s", sets, dice.pick("Mandatory", "Optional"));
    } else {
      line("colocate-sets: %s, score: %s", sets, dice.pick("100", "INFINITY"));
    }
  }

  private String wish() {
    return dice.onceIn(4) ? "-INFINITY" : Integer.toString(dice.below(200) - 50);
  }

  private void line(String form, Object... values) {
    text.append("    - {")
        .append(form.formatted(values))
        .append(", id: c")
        .append(number++)
        .append("}\n");
  }
}
