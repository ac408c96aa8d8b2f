package dev.drover.text.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fencing, under way or over.
 *
 * @param target the node that is fenced
 * @param action {@code reboot}, {@code off} or {@code on}
 * @param askedBy the node or operator that asked for it
 * @param device what carried it out; null where none did yet
 * @param at when it ended, or began where it is pending
 * @param detail why it failed; empty where there is nothing to say
 */
public record FencingEntry(
    String target,
    String action,
    State state,
    String askedBy,
    @Nullable String device,
    Instant at,
    String detail) {
  /** How far it came. */
  public enum State {
    PENDING,
    SUCCESSFUL,
    FAILED
  }

  /** A failure is no news any more once the same node was fenced after it. */
  static boolean isOpenFailure(FencingEntry entry, List<FencingEntry> history) {
    int index = history.lastIndexOf(entry);
    return entry.state == State.FAILED
        && history.subList(index + 1, history.size()).stream()
            .noneMatch(
                later -> later.state == State.SUCCESSFUL && later.target.equals(entry.target));
  }

  /** The line of it. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add("asked by " + askedBy);
    if (device != null) {
      parts.add("device " + device);
    }
    parts.add((state == State.PENDING ? "since " : "at ") + StatusReport.date(at));
    String why = detail.isEmpty() ? "" : " (" + detail + ")";
    return action
        + " of "
        + target
        + " "
        + JsonReport.word(state)
        + ": "
        + String.join(", ", parts)
        + why;
  }
}
