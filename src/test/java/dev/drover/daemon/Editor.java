package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.raft.History;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who adds lines to the cluster's configuration, as people do: reads it, adds one, and
 * gives it back on the condition that nobody has changed it meanwhile. So the configuration itself
 * tells at any time which changes were made, and in which order.
 */
final class Editor {
  private static final String MARK = "# change ";
  private static final String FIRST = "cluster: fire\nnodes: [a, b, c]\n";
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int OK = 0;
  private static final int REFUSED = 1;

  private final String name;
  private final Conversation cluster;
  private final History history;
  private String text = "";
  private String index = "";
  private int made;
  private int unsure;

  /** One editor of several, each with a name and connections of its own. */
  Editor(String name, Conversation cluster, History history) {
    this.name = name;
    this.cluster = cluster;
    this.history = history;
  }

  /** The changes that a configuration tells of, in their order. */
  static List<String> changes(String configuration) {
    return configuration
        .lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .toList();
  }

  /** Makes one more change, as often as others are faster; the history is told of it. */
  void change() {
    String entry = name + made;
    made++;
    try {
      Letter.Answer answer = apply(entry);
      while (answer.exit() == REFUSED) {
        index = "";
        answer = apply(entry);
      }
      if (answer.exit() == OK) {
        history.acknowledged(Long.parseLong(answer.text()), entry);
        text += MARK + entry + "\n";
        index = answer.text();
        return;
      }
    } catch (IOException e) {
      // the connection ended while the change was under way
    }
    // It may have been made or not: the next one begins with a look.
    unsure++;
    index = "";
  }

  private Letter.Answer apply(String entry) throws IOException {
    while (index.isEmpty() && !Thread.currentThread().isInterrupted()) {
      try {
        look();
      } catch (IOException nobodyLeads) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return cluster.ask(
        "config-apply",
        Map.of("expected", index, "name", "fire.yaml", "text", text + MARK + entry + "\n"));
  }

  /** The index first: a change between both questions is noticed then when it is given back. */
  private void look() throws IOException {
    String at = answered("config-index");
    String read = answered("config-show");
    history.read(changes(read));
    text = read.isEmpty() ? FIRST : read;
    index = at;
  }

  private String answered(String verb) throws IOException {
    Letter.Answer answer = cluster.ask(verb, Map.of());
    if (answer.exit() != OK) {
      throw new IOException(answer.text());
    }
    return answer.text();
  }

  String name() {
    return name;
  }

  /** How many changes nobody can tell about. */
  int unsure() {
    return unsure;
  }
}
