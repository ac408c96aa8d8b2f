package dev.drover.schedule.given;

import dev.drover.model.fact.Answer;
import dev.drover.model.status.OperationRecord;
import java.util.ArrayList;
import java.util.List;

/** The different answers among all results, each made once. */
final class Answers {
  private final List<Answer> all = new ArrayList<>();

  /** Each of them alone, in the same order. */
  private final List<List<Answer>> alone = new ArrayList<>();

  /** Where the last one is: nearly every result ended as the one before it. */
  private int last;

  /** In the order in which they came up. */
  List<Answer> all() {
    return all;
  }

  /** How each record ended. */
  List<Answer> of(List<OperationRecord> records) {
    if (records.size() == 1) {
      of(records.get(0));
      return alone.get(last);
    }
    List<Answer> found = new ArrayList<>(records.size());
    records.forEach(record -> found.add(of(record)));
    return List.copyOf(found);
  }

  /** How a recorded operation ended; a degraded result counts as its healthy counterpart. */
  Answer of(OperationRecord record) {
    String operation = OperationFacts.name(record.operation(), record.intervalMs());
    int rc = healthy(record.rc());
    if (!is(last, operation, record, rc)) {
      last = 0;
      while (last < all.size() && !is(last, operation, record, rc)) {
        last++;
      }
    }
    if (last == all.size()) {
      Answer answer = new Answer(operation, record.status(), rc, record.expectedRc());
      all.add(answer);
      alone.add(List.of(answer));
    }
    return all.get(last);
  }

  private boolean is(int at, String operation, OperationRecord record, int rc) {
    return at < all.size() && all.get(at).isOf(operation, record.status(), rc, record.expectedRc());
  }

  private static int healthy(int rc) {
    return switch (rc) {
      case 190 -> 0;
      case 191 -> 8;
      default -> rc;
    };
  }
}
