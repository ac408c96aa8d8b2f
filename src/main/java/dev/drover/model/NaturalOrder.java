package dev.drover.model;

import java.util.Comparator;

/**
 * Names in the order that people expect: without regard to case, and with numbers by their value,
 * so that {@code node9} comes before {@code node10}. Names that differ in case only are told apart
 * last, so that no two are equal.
 */
public final class NaturalOrder implements Comparator<String> {
  public static final NaturalOrder NAMES = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int result;
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int iEnd = endOfNumber(one, i);
        int jEnd = endOfNumber(other, j);
        result = compareNumbers(one.substring(i, iEnd), other.substring(j, jEnd));
        i = iEnd;
        j = jEnd;
      } else {
        result =
            Character.compare(
                Character.toLowerCase(one.charAt(i)), Character.toLowerCase(other.charAt(j)));
        i++;
        j++;
      }
      if (result != 0) {
        return result;
      }
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest != 0 ? rest : one.compareTo(other);
  }

  /** By value, then by leading zeros; works for numbers of any length. */
  private static int compareNumbers(String one, String other) {
    String a = one.replaceFirst("^0+", "");
    String b = other.replaceFirst("^0+", "");
    int result = Integer.compare(a.length(), b.length());
    result = result != 0 ? result : a.compareTo(b);
    return result != 0 ? result : Integer.compare(one.length(), other.length());
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
