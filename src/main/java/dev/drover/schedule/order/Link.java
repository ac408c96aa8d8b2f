package dev.drover.schedule.order;

/**
 * One end of an order between two steps. The earlier step's list and the later step's list each hold one of their own;
 * what becomes of the relation while it is applied is kept on the later step's.
 */
final class Link {
  final Step step;
  int bonds;
  boolean graphed;

  Link(Step step, int bonds) {
    this.step = step;
    this.bonds = bonds;
  }
}
