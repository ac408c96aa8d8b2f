package dev.drover.model.fact;

/** How many members there are, and how many of them are online. */
public record Headcount(int members, int online) {
  /** True where more than half of the members are online; half of an odd number is rounded down. */
  public boolean isMajority() {
    return online > members / 2;
  }
}
