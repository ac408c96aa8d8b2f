package dev.drover.simulate;

import dev.drover.plan.Executed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that was carried out, and when.
 *
 * @param side the nodes that decided on it
 * @param service the name by which nodes know the resource that it is about; null for none
 * @param lost whether its node was gone before it ended, so that nobody knows what became of it
 */
public record Performed(
    List<String> side,
    Executed executed,
    @Nullable String service,
    Instant began,
    Instant ended,
    boolean lost) {
  /** True where it ended as its plan expected. */
  public boolean succeeded() {
    return !lost && !executed.failed();
  }
}
