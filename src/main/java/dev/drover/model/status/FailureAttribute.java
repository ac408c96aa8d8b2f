package dev.drover.model.status;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node attribute such as {@code fail-count-web#monitor_10000} tells of.
 *
 * @param count true where its value says how often the resource failed; false where it says when it
 *     did last, in seconds since 1970
 * @param resource the name that the node knows it by
 */
public record FailureAttribute(boolean count, String resource) {
  private static final Pattern NAME = Pattern.compile("(fail-count|last-failure)-(.+)#.+_\\d+");

  /** Reads an attribute's name; empty where it tells of something else. */
  public static Optional<FailureAttribute> parse(String attribute) {
    Matcher matcher = NAME.matcher(attribute);
    return matcher.matches()
        ? Optional.of(new FailureAttribute(matcher.group(1).equals("fail-count"), matcher.group(2)))
        : Optional.empty();
  }
}
