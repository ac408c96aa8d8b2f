package dev.drover.text.xml;

/**
 * Values of attributes that were read lately, so that equal ones are kept once: a history says the
 * same of thousands of operations. Bounded: a value takes the place of another with the same hash.
 */
final class SeenValues {
  private static final int PLACES = 1 << 14;

  private final String[] places = new String[PLACES];

  /** The value read before that equals this one, or else this one. */
  String first(String value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 14) & (PLACES - 1);
    if (value.equals(places[place])) {
      return places[place];
    }
    places[place] = value;
    return value;
  }
}
