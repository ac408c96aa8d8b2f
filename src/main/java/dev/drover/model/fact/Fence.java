package dev.drover.model.fact;

/**
 * That a node is to be fenced in this plan.
 *
 * @param action {@code reboot} or {@code off}
 * @param reason the words of the report
 * @param rank where several reasons hold, the lowest is reported: below a million, where the reason
 *     was found in what nodes report; from there on, it was concluded later
 */
public record Fence(String node, String action, String reason, int rank) {
  private static final int LATER = 1_000_000;

  /** True where what nodes report is reason enough. */
  public boolean isBecauseOfReports() {
    return rank < LATER;
  }
}
