package dev.drover.schedule.given;

import dev.drover.model.fact.Answer;
import dev.drover.model.fact.Happened;
import dev.drover.model.fact.Words;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The history of one resource name on one node. What is asked of every history is found out when it
 * is made: there may be a hundred thousand, and each look into one waits for memory. What is asked
 * of few is made when it is asked for.
 */
public final class Track {
  private final int number;
  private final ResourceHistory history;
  private final Primitive base;
  private final @Nullable Item exact;
  private final String node;
  private final List<OperationRecord> records;
  private final List<Answer> answers;
  private final boolean smooth;
  private final Function<Track, List<Happened>> asFacts;
  private final int started;
  private final int stopped;
  private final boolean recurring;
  private @Nullable String id;
  private @Nullable List<Happened> facts;

  /**
   * Of what was recorded.
   *
   * @param number its place among all histories as they were reported, from 0
   * @param history as it was recorded
   * @param base the primitive it belongs to
   * @param exact the configured resource of the very name; null where there is none
   * @param node the node's id
   * @param records what was recorded, oldest first
   * @param answers how each of these ended
   * @param smooth whether every result is what was expected, and none is a live migration's
   * @param asFacts makes facts of the records, in the same order
   */
  Track(
      int number,
      ResourceHistory history,
      Primitive base,
      @Nullable Item exact,
      String node,
      List<OperationRecord> records,
      List<Answer> answers,
      boolean smooth,
      Function<Track, List<Happened>> asFacts) {
    this.number = number;
    this.history = history;
    this.base = base;
    this.exact = exact;
    this.node = node;
    this.records = records;
    this.answers = answers;
    this.smooth = smooth;
    this.asFacts = asFacts;
    this.started = LastStart.start(records);
    this.stopped = LastStart.stop(records);
    boolean anyRecurring = false;
    for (OperationRecord record : records) {
      anyRecurring |= record.intervalMs() != 0;
    }
    this.recurring = anyRecurring;
  }

  public int number() {
    return number;
  }

  /** Its name in facts. */
  public String id() {
    if (id == null) {
      id = history.resource() + "@" + node;
    }
    return id;
  }

  public ResourceHistory history() {
    return history;
  }

  public Primitive base() {
    return base;
  }

  /** The configured resource of the very name that was recorded; null where there is none. */
  public @Nullable Item exact() {
    return exact;
  }

  public String node() {
    return node;
  }

  public List<OperationRecord> records() {
    return records;
  }

  /** How each of the records ended. */
  public List<Answer> answers() {
    return answers;
  }

  /** The records as facts. */
  public List<Happened> facts() {
    if (facts == null) {
      facts = asFacts.apply(this);
    }
    return facts;
  }

  /** Where among the results it last started; −1 where it never did. */
  public int started() {
    return started;
  }

  /** Where among the results it last stopped; −1 where it never did. */
  public int stopped() {
    return stopped;
  }

  /** Whether every result is what was expected, and none is a live migration's. */
  public boolean isSmooth() {
    return smooth;
  }

  /** Whether any result is a probe's that could not even run. */
  public boolean hasMasked() {
    return !smooth && facts().stream().anyMatch(Happened::isMasked);
  }

  /** Whether any result is a recurring operation's. */
  public boolean isRecurring() {
    return recurring;
  }

  /**
   * Since when the resource is kept for the node, which was shut down, in seconds since 1970; 0
   * where it is not.
   */
  public long lockedSince() {
    return Words.number(history.attributes().getOrDefault(ResourceHistory.KEPT_SINCE, ""), 0);
  }
}
