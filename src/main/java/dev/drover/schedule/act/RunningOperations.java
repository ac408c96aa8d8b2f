package dev.drover.schedule.act;

import dev.drover.model.status.OperationRecord;
import dev.drover.schedule.assess.Readings;
import dev.drover.schedule.given.Track;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What histories call for: recurring operations that run already, which nobody needs yet, and the
 * end of failed ones.
 */
final class RunningOperations {
  private final StepBook book;
  private final Set<String> onlineNodes;
  private final Map<String, String> recoveries;

  RunningOperations(StepBook book, Set<String> onlineNodes, Map<String, String> recoveries) {
    this.book = book;
    this.recoveries = recoveries;
    this.onlineNodes = onlineNodes;
  }

  void create(List<Readings.Entry> entries) {
    for (Readings.Entry entry : entries) {
      Track track = entry.track();
      if (track.isRecurring() && onlineNodes.contains(track.node())) {
        create(entry.item(), track);
      }
      String recovery =
          recoveries.isEmpty() ? null : recoveries.get(entry.item().id() + "@" + track.node());
      if (recovery != null) {
        book.step(entry.item(), recovery, 0, track.node(), true);
      }
    }
  }

  private void create(Item item, Track track) {
    List<OperationRecord> records = track.records();
    for (int i = 0; i < records.size(); i++) {
      OperationRecord record = records.get(i);
      boolean over = track.started() < track.stopped() && i <= track.stopped();
      if (over || i < track.started() || record.intervalMs() == 0 || record.status() == -1) {
        continue;
      }
      book.step(item, record.operation(), record.intervalMs(), track.node(), false);
    }
  }
}
