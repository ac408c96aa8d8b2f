package dev.drover.schedule.act;

import dev.drover.model.status.OperationRecord;
import dev.drover.schedule.assess.LastStart;
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
    int stopped = LastStart.stop(records);
    int started = LastStart.start(records);
    for (int i = 0; i < records.size(); i++) {
      OperationRecord record = records.get(i);
      boolean over = started < stopped && i <= stopped;
      if (over || i < started || record.intervalMs() == 0 || record.status() == -1) {
        continue;
      }
      book.step(item, record.operation(), record.intervalMs(), track.node(), false);
    }
  }
}
