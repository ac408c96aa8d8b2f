package dev.drover.rules;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A rule file's text, with the part that is neither comment nor quoted text, at the same offsets.
 */
final class SourceText {
  private static final Pattern COMMENT_OR_QUOTED =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'",
          Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("(?m)^\\s*end\\b");

  private final String code;

  /** The offset at which each line begins. */
  private final int[] lines;

  SourceText(String text) {
    this.lines =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray();
    this.code = COMMENT_OR_QUOTED.matcher(text).replaceAll(found -> blank(found.group()));
  }

  /** The text with comments and quoted text blanked out: as long, with the same lines. */
  String code() {
    return code;
  }

  /** Where the rule ends that an offset is in: behind its {@code end}, or where the text ends. */
  int endOfRule(int offset) {
    Matcher end = END.matcher(code);
    return end.find(offset) ? end.end() : code.length();
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int at = Arrays.binarySearch(lines, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column of an offset, from 1. */
  int column(int offset) {
    return 1 + offset - lines[line(offset) - 1];
  }

  /** The offset at which a line begins; lines count from 1. */
  int offset(int line) {
    return lines[Math.min(Math.max(line, 1), lines.length) - 1];
  }

  private static String blank(String found) {
    return found.replaceAll("[^\\n]", " ");
  }
}
