package dev.drover.simulate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result that somebody asks to pretend: {@code web_monitor_10000@node1=7}.
 *
 * @param resource the resource's name; a clone's instance may be named with or without its number
 * @param task {@code monitor}, {@code start}, …
 * @param intervalMs the interval in milliseconds; 0 for an operation that does not recur
 * @param node the node's name
 * @param rc the agent's exit code
 */
public record PretendedResult(String resource, String task, long intervalMs, String node, int rc) {
  /** How such a result is written. */
  public static final String FORM =
      "RESOURCE_TASK_INTERVAL@NODE=RC, such as web_monitor_10000@node1=7";

  // Some tasks hold an underscore, and so may the resource: the shortest name that leaves a task is
  // meant.
  private static final Pattern SPECIFICATION =
      Pattern.compile("(.+?)_(migrate_to|migrate_from|[^_@=]+)_(\\d{1,12})@([^@=]+)=(\\d{1,3})");

  /** Reads the form that people write; empty for anything else. */
  public static Optional<PretendedResult> parse(String text) {
    Matcher matcher = SPECIFICATION.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new PretendedResult(
            matcher.group(1),
            matcher.group(2),
            Long.parseLong(matcher.group(3)),
            matcher.group(4),
            Integer.parseInt(matcher.group(5))));
  }

  boolean isFor(String resource, String task, long intervalMs, String node) {
    return this.resource.equalsIgnoreCase(resource)
        && this.task.equalsIgnoreCase(task)
        && this.intervalMs == intervalMs
        && this.node.equalsIgnoreCase(node);
  }

  @Override
  public String toString() {
    return resource + "_" + task + "_" + intervalMs + "@" + node + "=" + rc;
  }
}
