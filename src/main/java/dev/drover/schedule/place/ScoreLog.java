package dev.drover.schedule.place;

import dev.drover.plan.ScoreLine;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down scores as they stand at the moment they decide something. */
final class ScoreLog {
  static final String PRIMITIVE = "pcmk__primitive_assign";
  static final String GROUP = "pcmk__group_assign";
  static final String CLONE = "pcmk__clone_assign";
  static final String BUNDLE = "pcmk__bundle_assign";

  private final boolean wanted;
  private final List<Seat> seats;
  private final List<String> names;
  private final ScoreLines lines = new ScoreLines();

  ScoreLog(boolean wanted, List<Seat> seats) {
    this.wanted = wanted;
    this.seats =
        seats.stream()
            .sorted(Comparator.comparing(s -> s.node.name(), ScoreLog::compareNames))
            .toList();
    this.names = this.seats.stream().map(seat -> seat.node.name()).toList();
  }

  List<ScoreLine> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** Writes down the scores of a resource and everything below it. */
  void show(String step, Piece piece) {
    if (!wanted || piece.item.orphan()) {
      return;
    }
    int[] scores = new int[seats.size()];
    List<String> present = names;
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      int score = piece.scores[seats.get(i).index];
      if (score != Table.ABSENT) {
        scores[count++] = score;
      }
    }
    if (count < scores.length) {
      scores = Arrays.copyOf(scores, count);
      present =
          seats.stream()
              .filter(seat -> piece.scores[seat.index] != Table.ABSENT)
              .map(seat -> seat.node.name())
              .toList();
    }
    lines.write(step, piece.id(), present, scores);
    piece.members.forEach(member -> show(step, member));
  }

  void showPromotion(Piece instance, @Nullable Seat seat) {
    if (wanted) {
      String name = seat == null ? "" : seat.node.name();
      lines.write(ScoreLine.PROMOTION, instance.id(), List.of(name), instance.promotionPriority);
    }
  }

  /** Letters without case, and runs of digits as numbers: {@code node2} before {@code node10}. */
  static int compareNames(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (Character.isDigit(one.charAt(i)) && Character.isDigit(other.charAt(j))) {
        int endOne = endOfNumber(one, i);
        int endOther = endOfNumber(other, j);
        int order = compareNumbers(one.substring(i, endOne), other.substring(j, endOther));
        if (order != 0) {
          return order;
        }
        i = endOne;
        j = endOther;
      } else {
        int order =
            Character.compare(
                Character.toLowerCase(one.charAt(i++)), Character.toLowerCase(other.charAt(j++)));
        if (order != 0) {
          return order;
        }
      }
    }
    int order = Integer.compare(one.length() - i, other.length() - j);
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String other) {
    String shortOne = one.replaceFirst("^0+(?=.)", "");
    String shortOther = other.replaceFirst("^0+(?=.)", "");
    int order = Integer.compare(shortOne.length(), shortOther.length());
    return order == 0 ? shortOne.compareTo(shortOther) : order;
  }
}
