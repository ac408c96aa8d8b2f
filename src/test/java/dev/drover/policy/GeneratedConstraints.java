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
  private final GeneratedSets sets;
  private final List<Top> tops;
  private final List<String> nodes;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> ordered = new HashSet<>();
  private final Set<String> colocated = new HashSet<>();
  private int number;

  GeneratedConstraints(Dice dice, List<Top> tops, List<String> nodes) {
    this.dice = dice;
    this.dates = new GeneratedDates(dice);
    this.sets = new GeneratedSets(dice);
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
      case 0 ->
          line(
              "locate: %s, on: %s, score: %s%s", one.name(), dice.pick(nodes), wish(), discovery());
      case 1 -> line("locate: %s, where: %s, %s", one.name(), condition(), weight());
      case 2 -> {
        if (one.promotable()) {
          line(
              "locate: %s, on: %s, score: %d, role: Promoted",
              one.name(), dice.pick(nodes), 1 + dice.below(100));
        } else {
          line(
              "locate-pattern: \"%sr[%d-9]\", on: %s, score: %s",
              dice.onceIn(4) ? "!" : "", about, dice.pick(nodes), wish());
        }
      }
      case 3 ->
          line(
              "ticket: T, resource: %s%s, loss-policy: %s",
              one.name(),
              one.promotable() && dice.either() ? ", role: Promoted" : "",
              dice.pick("stop", "fence", "freeze", "demote"));
      case 4 -> line("locate: tagged, on: %s, score: %s", dice.pick(nodes), wish());
      case 5 -> dated(one);
      case 6, 7 -> colocate(one, later(about));
      case 8, 9 -> order(one, later(about));
      default -> sets(tops.subList(about, tops.size()));
    }
  }

  private String discovery() {
    return dice.onceIn(4) ? ", discovery: " + dice.pick("always", "never", "exclusive") : "";
  }

  private String condition() {
    String rack =
        "{attribute: rack, %s: r%d}".formatted(dice.pick("is", "is-not"), 1 + dice.below(2));
    return switch (dice.below(6)) {
      case 0 -> "{attribute: weight, more-than: 50, type: number}";
      case 1 -> "{any: [{attribute: weight, at-most: 9, type: integer}, " + rack + "]}";
      case 2 -> "{attribute: weight, defined: " + dice.either() + "}";
      default -> rack;
    };
  }

  private String weight() {
    return dice.onceIn(4) ? "score-attribute: weight" : "score: " + wish();
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
    String role =
        (primary.promotable() && dice.either() ? ", with-role: Promoted" : "")
            + (dependent.promotable() && dice.onceIn(3) ? ", role: Promoted" : "")
            + (dice.onceIn(5) ? ", influence: " + dice.either() : "");
    String score = dice.pick("100", "-100", "INFINITY", "INFINITY", "-INFINITY");
    String attribute = dice.onceIn(6) && !dependent.many() ? ", node-attribute: rack" : "";
    if (!colocated.add(dependent.name() + " " + primary.name())) {
      return;
    }
    line(
        "colocate: %s, with: %s, score: %s%s%s",
        dependent.name(), primary.name(), score, role, attribute);
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
    if (ordered.add(first.name() + " " + next.name())) {
      line(
          "order: [%s %s, start %s], kind: %s, require-all: %s%s",
          action,
          first.name(),
          next.name(),
          kind,
          all,
          first.least() == 0 && dice.onceIn(8) ? ", symmetrical: false" : "");
    }
  }

  /**
   * Of two orders for one pair the second adds nothing; nor does it under Pacemaker. In a set of
   * what is to be together the later depends on the earlier, which a pair may turn into a circle.
   */
  private void sets(List<Top> about) {
    List<String> pairs =
        about.stream()
            .flatMap(one -> about.stream().map(other -> one.name() + " " + other.name()))
            .toList();
    boolean orders = pairs.stream().noneMatch(ordered::contains);
    boolean colocates = pairs.stream().noneMatch(colocated::contains);
    String set = sets.about(about, dice.pick(nodes), orders, colocates);
    if (set.startsWith("order")) {
      ordered.addAll(pairs);
    } else if (set.startsWith("colocate")) {
      colocated.addAll(pairs);
    }
    line("%s", set);
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
