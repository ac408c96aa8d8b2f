package dev.drover.schedule.act;

import dev.drover.model.status.OperationRecord;
import dev.drover.schedule.assess.Readings;
import dev.drover.schedule.given.Track;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.Set;

/** Recurring operations that are running already, as steps that nobody needs yet. */
final class RunningOperations {
  private final StepBook book;
  private final Set<String> onlineNodes;

  RunningOperations(StepBook book, Set<String> onlineNodes) {
    this.book = book;
    this.onlineNodes = onlineNodes;
  }

  void create(List<Readings.Entry> entries) {
    for (Readings.Entry entry : entries) {
      if (onlineNodes.contains(entry.track().node())) {
        create(entry.item(), entry.track());
      }
    }
  }

  private void create(Item item, Track track) {
    List<OperationRecord> records = track.records();
    int stopped = lastStop(records);
    int started = lastStart(records);
    for (int i = 0; i < records.size(); i++) {
      OperationRecord record = records.get(i);
      boolean over = started < stopped && i <= stopped;
      if (over || i < started || record.intervalMs() == 0 || record.status() == -1) {
        continue;
      }
      book.step(item, record.operation(), record.intervalMs(), track.node(), false);
    }
  }

  static int lastStop(List<OperationRecord> records) {
    int found = -1;
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).operation().equals("stop") && records.get(i).status() == 0) {
        found = i;
      }
    }
    return found;
  }

  /** The last start; without one, the last promotion or demotion; without that, the monitor that found it active. */
  static int lastStart(List<OperationRecord> records) {
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
