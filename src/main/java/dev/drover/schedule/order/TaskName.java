package dev.drover.schedule.order;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a relation's side names: a task and its interval, however it was written. */
record TaskName(String task, long intervalMs) {
  private static final Pattern INTERVAL = Pattern.compile("(.+)_(\\d{1,18})");
  private static final List<String> WITH_UNDERSCORE =
      List.of("migrate_to", "migrate_from", "clear_failcount", "lrm_delete");

  /** Reads either a bare task, or a key such as {@code web_monitor_10000}. */
  static TaskName of(String resource, String text) {
    // nearly all are bare tasks, and there are very many
    if (!Character.isDigit(text.charAt(text.length() - 1))) {
      return new TaskName(text, 0);
    }
    Matcher matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      return new TaskName(text, 0);
    }
    String name = matcher.group(1);
    return new TaskName(taskOf(resource, name), Long.parseLong(matcher.group(2)));
  }

  private static String taskOf(String resource, String name) {
    if (name.startsWith(resource + "_")) {
      return name.substring(resource.length() + 1);
    }
    for (String task : WITH_UNDERSCORE) {
      if (name.endsWith("_" + task)) {
        return task;
      }
    }
    int notify = name.indexOf("_notify_");
    int last = notify < 0 ? name.lastIndexOf('_') : name.lastIndexOf('_', notify - 1);
    return last < 0 ? name : name.substring(last + 1);
  }
}
