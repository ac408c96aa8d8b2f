package dev.drover.schedule.given;

import dev.drover.model.status.OperationRecord;
import java.util.List;

/**
 * Where in a history, oldest first, the resource was last stopped and last started; −1 where it
 * never was.
 */
final class LastStart {
  private LastStart() {}

  /** The last stop that was done. */
  static int stop(List<OperationRecord> records) {
    int found = -1;
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).operation().equals("stop") && records.get(i).status() == 0) {
        found = i;
      }
    }
    return found;
  }

  /**
   * The last start; without one, the last promotion or demotion; without that, the monitor that
   * found it active.
   */
  static int start(List<OperationRecord> records) {
    int start = -1;
    int monitor = -1;
    int role = -1;
    int stopSoFar = -1;
    for (int i = 0; i < records.size(); i++) {
      OperationRecord record = records.get(i);
      switch (record.operation()) {
        case "stop" -> {
          if (record.status() == 0) {
            stopSoFar = i;
          }
        }
        case "start", "migrate_from" -> start = i;
        case "monitor" -> {
          if (monitor <= stopSoFar && (record.rc() == 0 || record.rc() == 8)) {
            monitor = i;
          }
        }
        case "promote", "demote" -> role = i;
        default -> {}
      }
    }
    return start >= 0 ? start : role >= 0 ? role : monitor;
  }
}
