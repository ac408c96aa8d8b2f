package dev.drover.schedule.order;

import org.jspecify.annotations.Nullable;

/**
 * One end of an order between two steps. The earlier step's list and the later step's list each
 * hold one of their own; what becomes of the relation while it is applied is kept on the later
 * step's.
 */
final class Link {
  final Step step;

  /** The step's number, kept here as links are sorted by it, and there are very many of them. */
  final int number;

  /**
   * The other end's link, which knows what became of the relation; null where this is that link.
   */
  final @Nullable Link inward;

  int bonds;
  boolean graphed;

  Link(Step step, int bonds, @Nullable Link inward) {
    this.step = step;
    this.number = step.id;
    this.inward = inward;
    this.bonds = bonds;
  }
}
