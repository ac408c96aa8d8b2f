package dev.drover.agent.fence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the fencing history.
 *
 * @param id goes up with each entry of a history
 * @param by who asked for it, or confirmed it
 * @param devices that did it; empty while it is pending, and where none did
 * @param since when it began
 * @param took how long; null while it is pending
 * @param reason why it failed; empty where it did not
 */
public record FenceEvent(
    long id,
    String node,
    FenceAction action,
    String by,
    State state,
    List<String> devices,
    Instant since,
    @Nullable Duration took,
    String reason) {
  /** How far it is. */
  public enum State {
    PENDING,
    DONE,
    FAILED,
    /** A person said that the node is down. */
    CONFIRMED
  }
}
