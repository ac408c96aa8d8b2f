package dev.drover.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file's text, with the part that is neither comment nor quoted text, at the same offsets.
 */
final class SourceText {
  private static final Pattern COMMENT_OR_QUOTED =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
          Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("(?m)^\\s*end\\b");

  private final String text;
  private final String code;

  SourceText(String text) {
    this.text = text;
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
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The column of an offset, from 1. */
  int column(int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  /** The offset at which a line begins; lines count from 1. */
  int offset(int line) {
    int offset = 0;
    for (int before = 1; before < line; before++) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        return offset;
      }
      offset = end + 1;
    }
    return offset;
  }

  private static String blank(String found) {
    return found.replaceAll("[^\\n]", " ");
  }
}
