package dev.drover.live;

import dev.drover.plan.Action;
import org.jspecify.annotations.Nullable;

/** Something that was handed out and has not ended. */
final class Underway {
  final @Nullable Assignment assignment;
  final @Nullable FenceJob fence;

  /** The current plan's action that it does; null where no plan asks for it any more. */
  @Nullable Action action;

  /** For fencing, which start of the agent is to end; empty where that is not known. */
  final String boot;

  private Underway(
      @Nullable Assignment assignment,
      @Nullable FenceJob fence,
      @Nullable Action action,
      String boot) {
    this.assignment = assignment;
    this.fence = fence;
    this.boot = boot;
    this.action = action;
  }

  static Underway of(Assignment assignment, @Nullable Action action) {
    return new Underway(assignment, null, action, "");
  }

  static Underway of(FenceJob fence, Action action, String boot) {
    return new Underway(null, fence, action, boot);
  }
}
