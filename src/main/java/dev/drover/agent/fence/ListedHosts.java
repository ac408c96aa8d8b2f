package dev.drover.agent.fence;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names in what an agent prints for {@code list}: one node a line with what the device calls
 * it, parted by commas, semicolons or spaces.
 */
final class ListedHosts {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  /** What some agents print besides names. */
  private static final Set<String> STATES = Set.of("on", "off", "ON", "OFF", "On", "Off");

  /** More names than a cluster has nodes: what lies behind is not kept. */
  private static final int LIMIT = 10_000;

  private ListedHosts() {}

  /** The names, compared without regard to case. */
  static Set<String> of(String output) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    // Some agents complain on standard output of parameters that they do not know.
    output
        .lines()
        .filter(line -> !line.contains("invalid") && !line.contains("variable"))
        .flatMap(line -> Arrays.stream(BETWEEN.split(line)))
        .filter(name -> !name.isEmpty() && !STATES.contains(name))
        .limit(LIMIT)
        .forEach(names::add);
    return Collections.unmodifiableSet(names);
  }
}
