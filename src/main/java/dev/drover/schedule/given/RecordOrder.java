package dev.drover.schedule.given;

import dev.drover.model.status.OperationRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which recorded operations ran: by the number that the node gave each call; an
 * operation that is still under way has none, and is placed by the transition that asked for it.
 */
final class RecordOrder {
  private static final String NODE = "on_node";

  private RecordOrder() {}

  static List<OperationRecord> sort(List<OperationRecord> records) {
    // an insertion sort: the comparison is no total order, and the result must not depend on the
    // algorithm
    if (records.size() < 2) {
      return records;
    }
    List<OperationRecord> sorted = new ArrayList<>(records.size());
    for (int i = records.size() - 1; i >= 0; i--) {
      OperationRecord record = records.get(i);
      int at = sorted.size();
      while (at > 0 && compare(sorted.get(at - 1), record) > 0) {
        at--;
      }
      sorted.add(at, record);
    }
    return sorted;
  }

  /** Negative where the first ran earlier. */
  static int compare(OperationRecord a, OperationRecord b) {
    if (a.callId() < 0 && b.callId() < 0) {
      return 0;
    }
    if (a.callId() >= 0 && b.callId() >= 0) {
      return a.callId() != b.callId() && sameNode(a, b)
          ? Integer.compare(a.callId(), b.callId())
          : compareTimes(a.lastChange(), b.lastChange());
    }
    String[] keyA = a.transitionKey().split(":", 4);
    String[] keyB = b.transitionKey().split(":", 4);
    if (keyA.length < 4 || keyB.length < 4) {
      return a.callId() < 0 ? 1 : -1;
    }
    int transitionA = number(keyA[1]);
    int transitionB = number(keyB[1]);
    if (!keyA[3].equals(keyB[3]) || transitionA == transitionB) {
      return b.callId() < 0 ? -1 : 1;
    }
    if (transitionA < 0 || transitionB < 0) {
      return transitionB < 0 ? -1 : 1;
    }
    return Integer.compare(transitionA, transitionB);
  }

  /** Where one of two times is not known, nobody can say which was earlier. */
  private static int compareTimes(long a, long b) {
    return a == 0 || b == 0 ? 0 : Long.compare(a, b);
  }

  /**
   * Only one node's numbers can be compared; records that do not say where they were made count as
   * of one node.
   */
  private static boolean sameNode(OperationRecord a, OperationRecord b) {
    return a.attributes()
        .getOrDefault(NODE, "")
        .equalsIgnoreCase(b.attributes().getOrDefault(NODE, ""));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
