package dev.drover.daemon;

import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.text.wire.Wire;
import java.util.List;

/** Keeps what a node reports within what a letter may hold. */
final class Reports {
  /** So many bytes a report may have: half of what a connection takes. */
  static final int MOST_BYTES = 4 << 20;

  private Reports() {}

  /**
   * The letter for a report. Where it would be too long the oldest results are left out: what is
   * not known is looked at anew.
   */
  static Letter.Report letter(NodeReport report, int mostBytes) {
    Letter.Report letter = new Letter.Report(report);
    List<Finished> results = report.finished();
    if (results.isEmpty() || Wire.bytes(letter).length <= mostBytes) {
      return letter;
    }
    int left = results.size() * 3 / 4;
    List<Finished> newest = results.subList(results.size() - left, results.size());
    return letter(
        new NodeReport(report.node(), report.boot(), report.underWay(), newest), mostBytes);
  }
}
