package dev.drover.model.fact;

import java.util.Set;

/**
 * That what is done to a resource is done between two points in the order of what it belongs to.
 *
 * @param outer a group, clone or bundle
 * @param begin the point of it that comes first: {@code start}, {@code stop}, …
 * @param inner the resource in it
 * @param task {@code start}, {@code stop}, …
 * @param end the point that comes last: {@code running}, {@code stopped}, …
 * @param atBegin what follows from the order of the first point and the action; never empty
 * @param atEnd what follows from the order of the action and the last point; never empty
 */
public record Between(
    String outer,
    String begin,
    String inner,
    String task,
    String end,
    Set<Bond> atBegin,
    Set<Bond> atEnd) {
  public Between {
    atBegin = Bonds.shared(atBegin);
    atEnd = Bonds.shared(atEnd);
  }

  /** Without the bonds, which hardly tell one from another and take long to hash. */
  @Override
  public int hashCode() {
    return 31 * (31 * inner.hashCode() + outer.hashCode()) + task.hashCode();
  }
}
