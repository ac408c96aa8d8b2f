package dev.drover.text.yaml;

import dev.drover.peer.Site;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a site says of its own machine: files, folders, and how long it waits. */
final class Machine {
  private static final int MAX_FOLDERS = 16;
  private static final int MOST_PATIENT = 600_000;
  private static final Duration SHORTEST_WATCH = Duration.ofMillis(10);

  private final Problems problems;
  private final Path folder;

  /**
   * A reader.
   *
   * @param folder what paths are relative to
   */
  Machine(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  Site.Tls tls(@Nullable YamlNode node) {
    Section section = open(node, "tls", List.of("authority", "certificate", "key"));
    return new Site.Tls(
        path(section, "authority", Path.of("authority.pem")),
        path(section, "certificate", Path.of("node.pem")),
        path(section, "key", Path.of("node.key")));
  }

  Site.Heartbeat heartbeat(@Nullable YamlNode node) {
    Section section = open(node, "heartbeat", List.of("interval", "missed"));
    Site.Heartbeat usual = Site.Heartbeat.USUAL;
    return new Site.Heartbeat(
        duration(section, "interval", 10, 10_000, usual.interval()),
        section.integer("missed", 2, 100, usual.missed()));
  }

  Site.Election election(@Nullable YamlNode node) {
    Section section = open(node, "election", List.of("min", "max"));
    Site.Election usual = Site.Election.USUAL;
    Duration min = duration(section, "min", 100, 60_000, usual.min());
    Duration max = duration(section, "max", 100, 60_000, usual.max());
    if (max.compareTo(min) <= 0) {
      problems.add(
          section.mark(),
          "min " + Durations.text(min) + ", max " + Durations.text(max),
          "a max that is longer than the min",
          null);
    }
    return new Site.Election(min, max);
  }

  Site.Patience patience(@Nullable YamlNode node) {
    Section section = open(node, "patience", List.of("restart", "standstill", "boot"));
    Site.Patience usual = Site.Patience.USUAL;
    return new Site.Patience(
        duration(section, "restart", 0, MOST_PATIENT, usual.restart()),
        duration(section, "standstill", 0, MOST_PATIENT, usual.standstill()),
        duration(section, "boot", 1_000, MOST_PATIENT, usual.boot()));
  }

  Site.ResourceAgents agents(@Nullable YamlNode node) {
    Section section =
        open(node, "resource-agents", List.of("ocf", "init-scripts", "fence", "at-once", "watch"));
    Site.ResourceAgents usual = Site.ResourceAgents.USUAL;
    List<Path> fence = section.texts("fence").stream().map(each -> path(each, folder)).toList();
    if (fence.size() > MAX_FOLDERS) {
      problems.add(
          section.mark("fence"), fence.size() + " folders", "at most " + MAX_FOLDERS, null);
    }
    return new Site.ResourceAgents(
        path(section, "ocf", usual.ocf()),
        path(section, "init-scripts", usual.initScripts()),
        section.has("fence") ? fence : usual.fence(),
        section.integer("at-once", 1, 100, usual.atOnce()),
        watch(section, usual.watch()));
  }

  private Duration watch(Section section, Duration usual) {
    Duration pause = duration(section, "watch", 0, 10_000, usual);
    if (!pause.isZero() && pause.compareTo(SHORTEST_WATCH) < 0) {
      problems.add(
          section.requiredNode("watch"),
          "0s, or a time from " + Durations.text(SHORTEST_WATCH) + " to 10s");
    }
    return pause;
  }

  /** A path, made absolute. */
  Path path(Section section, String key, Path otherwise) {
    Path usual = folder.resolve(otherwise);
    if (section.node(key) instanceof YamlNode.Text text && !text.value().isEmpty()) {
      return path(text, usual);
    }
    if (section.has(key)) {
      problems.add(section.requiredNode(key), "a path");
    }
    return usual;
  }

  private Path path(YamlNode.Text text, Path otherwise) {
    try {
      return folder.resolve(text.value()).normalize();
    } catch (InvalidPathException impossible) {
      problems.add(text, "a path");
      return otherwise;
    }
  }

  private Duration duration(Section section, String key, int min, int max, Duration otherwise) {
    Duration value = section.duration(key);
    if (value == null) {
      return otherwise;
    }
    Duration least = Duration.ofMillis(min);
    Duration most = Duration.ofMillis(max);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      problems.add(
          section.requiredNode(key),
          "a time from " + Durations.text(least) + " to " + Durations.text(most));
      return otherwise;
    }
    return value;
  }

  private Section open(@Nullable YamlNode node, String what, List<String> known) {
    YamlNode some = node == null ? new YamlNode.Fields(Map.of(), Mark.START) : node;
    return Section.open(some, what, known, problems);
  }
}
