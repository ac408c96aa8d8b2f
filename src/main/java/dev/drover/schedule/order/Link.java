package dev.drover.schedule.order;

/** That one step comes before another: both have it in their lists, as links are very many. */
final class Link {
  final Step first;
  final Step then;

  /** The earlier step's number, kept here as links are sorted by it. */
  final int number;

  /** What it was made with, whatever has become of it. */
  final int made;

  /** What is left of it while relations are applied. */
  int bonds;

  Link(Step first, Step then, int bonds) {
    this.first = first;
    this.then = then;
    this.number = first.id;
    this.made = bonds;
    this.bonds = bonds;
  }
}
