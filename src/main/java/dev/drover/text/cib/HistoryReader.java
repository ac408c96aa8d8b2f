package dev.drover.text.cib;

import dev.drover.model.status.OperationRecord;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code <lrm_rsc_op>}: the last result of one operation. */
final class HistoryReader {
  /** Action, transition, expected exit code, and the identity of the cluster's coordinator. */
  private static final Pattern TRANSITION_KEY =
      Pattern.compile("\\s*[+-]?\\d+:\\s*[+-]?\\d+:\\s*([+-]?\\d{1,9}):.+");

  /** What has a component of its own in the model. */
  private static final Set<String> OWN =
      Set.of(
          "id",
          "operation_key",
          "operation",
          "interval",
          "call-id",
          "op-status",
          "rc-code",
          "transition-key",
          "last-run",
          "last-rc-change",
          "exit-reason",
          "migrate_source",
          "migrate_target");

  private HistoryReader() {}

  /**
   * Reads one entry.
   *
   * @return empty for an entry that does not say how the operation ended: it tells nothing
   */
  static Optional<OperationRecord> read(Document document, XmlElement written)
      throws InputException {
    if (written.get("op-status") == null
        || written.get("rc-code") == null
        || written.get("operation") == null) {
      return Optional.empty();
    }
    String id = document.required(written, "id");
    String key = written.get("transition-key", "");
    return Optional.of(
        new OperationRecord(
            id,
            written.get("operation_key", id),
            document.shared(written.get("operation", "")),
            document.number(written, "interval", 0),
            (int) document.number(written, "call-id", -1),
            (int) document.number(written, "op-status", -1),
            (int) document.number(written, "rc-code", 0),
            expectedExitCode(key),
            key,
            document.number(written, "last-run", 0),
            document.number(written, "last-rc-change", 0),
            written.get("exit-reason", ""),
            written.get("migrate_source"),
            written.get("migrate_target"),
            document.shared(StatusReader.without(written, OWN))));
  }

  /** The exit code that a transition key says was expected; −1 where it is no such key. */
  private static int expectedExitCode(String key) {
    Matcher matcher = TRANSITION_KEY.matcher(key);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }
}
