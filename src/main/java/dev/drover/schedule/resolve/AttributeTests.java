package dev.drover.schedule.resolve;

import dev.drover.model.config.Expression.AttributeTest;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares node attributes. */
final class AttributeTests {
  private static final Pattern INTEGER = Pattern.compile("\\s*([+-]?\\d{1,18})");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern VERSION = Pattern.compile("\\s*(\\d+(?:\\.\\d+)*)");
  private static final Pattern GROUP = Pattern.compile("%(\\d)");

  private AttributeTests() {}

  static boolean holds(AttributeTest test, Context context) {
    String actual = context.node().get(expand(test.attribute(), context.groups()));
    boolean existence =
        test.operation().equals("defined") || test.operation().equals("not_defined");
    if (existence) {
      return test.value() == null && (actual != null) == test.operation().equals("defined");
    }
    if (test.value() == null) {
      return false;
    }
    String wanted = wanted(test.value(), test.source(), context);
    int comparison = compare(actual, wanted, type(test, actual, wanted));
    return switch (test.operation()) {
      case "eq" -> comparison == 0;
      case "ne" -> comparison != 0;
      default -> actual != null && wanted != null && inequality(test.operation(), comparison);
    };
  }

  private static boolean inequality(String operation, int comparison) {
    return switch (operation) {
      case "lt" -> comparison < 0;
      case "lte" -> comparison <= 0;
      case "gt" -> comparison > 0;
      case "gte" -> comparison >= 0;
      default -> false;
    };
  }

  private static @Nullable String wanted(String value, String source, Context context) {
    return switch (source) {
      case "param" -> context.parameters().get(value);
      case "meta" -> context.meta().get(value);
      default -> value;
    };
  }

  /**
   * Without a type, equality compares text and inequality numbers: whole ones unless either has a
   * decimal point.
   */
  private static String type(AttributeTest test, @Nullable String actual, @Nullable String wanted) {
    if (test.type() != null) {
      return test.type();
    }
    if (test.operation().equals("eq") || test.operation().equals("ne")) {
      return "string";
    }
    boolean decimal =
        (actual != null && actual.contains(".")) || (wanted != null && wanted.contains("."));
    return decimal ? "number" : "integer";
  }

  /**
   * What is missing is less than anything; what is no number compares as text, and a whole number
   * ends at its point.
   */
  private static int compare(@Nullable String actual, @Nullable String wanted, String type) {
    if (actual == null || wanted == null) {
      return Boolean.compare(actual != null, wanted != null);
    }
    if (type.equals("integer")) {
      Matcher one = INTEGER.matcher(actual);
      Matcher other = INTEGER.matcher(wanted);
      if (one.lookingAt() && other.lookingAt()) {
        return Long.compare(Long.parseLong(one.group(1)), Long.parseLong(other.group(1)));
      }
    }
    if (type.equals("number") && both(NUMBER, actual, wanted)) {
      return Double.compare(Double.parseDouble(actual), Double.parseDouble(wanted));
    }
    return type.equals("version")
        ? compareVersions(actual, wanted)
        : actual.compareToIgnoreCase(wanted);
  }

  private static boolean both(Pattern pattern, String one, String other) {
    return pattern.matcher(one).matches() && pattern.matcher(other).matches();
  }

  private static int compareVersions(String one, String other) {
    List<BigInteger> ones = segments(one);
    List<BigInteger> others = segments(other);
    for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
      BigInteger left = i < ones.size() ? ones.get(i) : BigInteger.ZERO;
      BigInteger right = i < others.size() ? others.get(i) : BigInteger.ZERO;
      if (!left.equals(right)) {
        return left.compareTo(right);
      }
    }
    return 0;
  }

  private static List<BigInteger> segments(String version) {
    Matcher matcher = VERSION.matcher(version);
    Optional<String> numbers =
        matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    return numbers.stream()
        .flatMap(text -> Arrays.stream(text.split("\\.")))
        .map(BigInteger::new)
        .toList();
  }

  /**
   * Replaces {@code %0} to {@code %9} by what a pattern's groups matched; without a pattern nothing
   * is replaced.
   */
  static String expand(String text, List<String> groups) {
    if (groups.isEmpty()) {
      return text;
    }
    return GROUP
        .matcher(text)
        .replaceAll(
            match -> {
              int group = Integer.parseInt(match.group(1));
              return Matcher.quoteReplacement(group < groups.size() ? groups.get(group) : "");
            });
  }
}
