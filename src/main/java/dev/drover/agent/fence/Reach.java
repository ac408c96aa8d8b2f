package dev.drover.agent.fence;

/**
 * Whether a device can fence a node.
 *
 * @param can whether it can, as far as is known
 * @param isSure false where the device could not be asked
 * @param reason how that is known, as a sentence's second half; never empty
 */
public record Reach(boolean can, boolean isSure, String reason) {
  /** What is known for certain. */
  public Reach(boolean can, String reason) {
    this(can, true, reason);
  }

  /** A device that cannot be asked does not count as one that can. */
  static Reach unknown(String reason) {
    return new Reach(false, false, reason);
  }
}
