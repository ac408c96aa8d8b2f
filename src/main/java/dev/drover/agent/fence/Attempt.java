package dev.drover.agent.fence;

import java.time.Duration;

/**
 * What came of one device.
 *
 * @param action what it was asked for, which may be a part of what was requested
 * @param reason why it did not succeed; empty where it did
 * @param took its delay included
 */
public record Attempt(String device, FenceAction action, How how, String reason, Duration took) {
  /** How far a device was used. */
  public enum How {
    DONE,
    FAILED,
    /** It is of no use for this node, or not any more. */
    NOT_ASKED
  }

  /** Whether the device did what it was asked for. */
  public boolean isOk() {
    return how == How.DONE;
  }

  /** One line for people. */
  @Override
  public String toString() {
    return switch (how) {
      case DONE -> "`%s` did %s in %d ms".formatted(device, action.word(), took.toMillis());
      case FAILED ->
          "`%s` failed to do %s after %d ms: %s"
              .formatted(device, action.word(), took.toMillis(), reason);
      case NOT_ASKED -> "`%s` was not asked for %s: %s".formatted(device, action.word(), reason);
    };
  }
}
