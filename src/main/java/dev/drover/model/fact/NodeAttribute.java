package dev.drover.model.fact;

/**
 * A node attribute, permanent or transient; a transient one hides a permanent one of the same name.
 */
public record NodeAttribute(String node, String name, String value) {
  /** The value as a whole number; 0 where it is none. */
  public long number() {
    return Words.number(value, 0);
  }

  /** True for the spellings of "yes". */
  public boolean isTrue() {
    return Words.isTrue(value);
  }

  /** True for a number above zero, such as the time of a request. */
  public boolean isPositive() {
    return number() > 0;
  }
}
