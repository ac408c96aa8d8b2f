package dev.drover.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant where an unknown one was written. */
public final class Suggest {
  /** Longer words are compared by their beginning only. */
  private static final int MAX_LENGTH = 100;

  private Suggest() {}

  /**
   * The candidate that needs the fewest edits (insert, delete, replace, swap of neighbours) to
   * become the word, letter case aside; ties go to the alphabetically first.
   *
   * @return empty where no candidate is near, which is at most one edit for every three letters of
   *     the word, or one
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    int limit = Math.max(1, Math.min(word.length(), MAX_LENGTH) / 3);
    record Near(String candidate, int distance) {}
    return candidates.stream()
        .map(candidate -> new Near(candidate, distance(shorten(word), shorten(candidate))))
        .filter(near -> near.distance <= limit)
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .map(Near::candidate);
  }

  private static String shorten(String word) {
    return word.substring(0, Math.min(word.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
