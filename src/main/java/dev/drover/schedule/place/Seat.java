package dev.drover.schedule.place;

import org.jspecify.annotations.Nullable;

/** A node while placement goes on. */
final class Seat {
  final int index;
  final NodeSeat node;

  /** Changes only for a remote node, once its connection is placed. */
  boolean canRun;

  /** How many primitives have been placed here. */
  int load;

  /** What is left of each capacity, by its number. */
  final int[] free;

  @Nullable Piece connection;
  @Nullable Piece container;

  Seat(int index, NodeSeat node, int[] free) {
    this.index = index;
    this.node = node;
    this.canRun = node.canRun();
    this.free = free;
  }

  boolean isGuest() {
    return container != null;
  }

  @Override
  public String toString() {
    return node.name();
  }
}
