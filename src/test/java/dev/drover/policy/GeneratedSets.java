package dev.drover.policy;

import dev.drover.policy.GeneratedResources.Top;
import java.util.List;

/** Constraints about sets of resources: as text for a cluster file, without the braces. */
final class GeneratedSets {
  private final Dice dice;

  GeneratedSets(Dice dice) {
    this.dice = dice;
  }

  /**
   * One constraint about some of them.
   *
   * @param tops what stands later in the list comes first here, as with pairs
   * @param node one to be at, or not to be at
   * @param orders whether it may be about what comes first
   * @param colocates whether it may be about what is together
   */
  String about(List<Top> tops, String node, boolean orders, boolean colocates) {
    List<String> names = tops.stream().map(Top::name).toList();
    int sort = dice.below(6);
    boolean barred = sort < 2 ? !orders : sort < 4 && !colocates;
    return switch (barred ? 4 + dice.below(2) : sort) {
      case 0, 1 ->
          "order-sets: %s, kind: %s"
              .formatted(
                  sets(names, tops.stream().noneMatch(Top::grouped)),
                  dice.pick("Mandatory", "Mandatory", "Optional"));
      case 2, 3 -> "colocate-sets: " + sets(names, false) + ", score: " + closeness();
      case 4 ->
          "locate-sets: [%s], on: %s, score: %s"
              .formatted(names, node, dice.pick("70", "-INFINITY"));
      default ->
          "ticket: T, sets: [{resources: %s%s}], loss-policy: %s"
              .formatted(
                  names,
                  tops.stream().allMatch(Top::promotable) ? ", role: Promoted" : "",
                  dice.pick("stop", "fence", "freeze", "demote"));
    };
  }

  private String closeness() {
    return dice.pick("100", "INFINITY", "INFINITY");
  }

  /**
   * Two sets, where that many are named.
   *
   * @param either whether one of the first set may be enough for the second
   */
  private String sets(List<String> names, boolean either) {
    if (names.size() < 3) {
      return "[" + names + "]";
    }
    String any = either && dice.onceIn(3) ? ", require-all: false" : "";
    return "[{resources: [%s, %s], sequential: %s%s}, [%s]]"
        .formatted(
            names.get(0),
            names.get(1),
            any.isEmpty() && dice.either(),
            any,
            String.join(", ", names.subList(2, names.size())));
  }
}
