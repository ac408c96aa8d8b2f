package dev.drover.schedule.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A POSIX extended regular expression over names; a leading {@code !} turns it round. */
final class NamePattern {
  private static final Pattern POSIX_CLASS = Pattern.compile("\\[:(\\w+):]");
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("space", "\\p{Space}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("xdigit", "\\p{XDigit}"));

  private final Pattern pattern;
  private final boolean inverted;

  private NamePattern(Pattern pattern, boolean inverted) {
    this.pattern = pattern;
    this.inverted = inverted;
  }

  /** Understands a pattern; empty where it is none. */
  static Optional<NamePattern> compile(String text) {
    boolean inverted = text.startsWith("!");
    String posix = inverted ? text.substring(1) : text;
    String java =
        POSIX_CLASS
            .matcher(posix)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(CLASSES.getOrDefault(found.group(1), found.group())));
    try {
      return Optional.of(new NamePattern(Pattern.compile(java), inverted));
    } catch (PatternSyntaxException notOne) {
      return Optional.empty();
    }
  }

  /**
   * Whether a name is meant.
   *
   * @return what matched, then what each group matched; an empty list for a name that an inverted
   *     pattern means; empty for a name that is not meant
   */
  Optional<List<String>> match(String name) {
    Matcher matcher = pattern.matcher(name);
    boolean found = matcher.find();
    if (inverted || !found) {
      return inverted && !found ? Optional.of(List.of()) : Optional.empty();
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i) == null ? "" : matcher.group(i));
    }
    return Optional.of(groups);
  }
}
