package dev.drover.schedule.order;

/** That one step comes before another: both have it in their lists, as links are very many. */
final class Link {
  /** No bond: that the earlier step is a collective's, kept here so that it need not be asked. */
  private static final int OF_COLLECTIVE = 1 << 31;

  final Step first;
  final Step then;

  /** The earlier step's number, kept here as links are sorted by it. */
  final int number;

  /** What it was made with, whatever has become of it, and perhaps {@link #OF_COLLECTIVE}. */
  final int made;

  /** What is left of it while relations are applied. */
  int bonds;

  Link(Step first, Step then, int bonds) {
    this.first = first;
    this.then = then;
    this.number = first.id;
    this.made = first.item == null || first.item.isPrimitive() ? bonds : bonds | OF_COLLECTIVE;
    this.bonds = bonds;
  }

  /**
   * Whether nothing follows from it but that a step waits for a primitive's. Most links are such,
   * those of probes.
   */
  boolean onlyOrders() {
    return bonds == Bonds.ORDERED && (made & OF_COLLECTIVE) == 0 && !Tree.hasInstances(then.item);
  }
}
