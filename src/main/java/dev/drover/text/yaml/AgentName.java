package dev.drover.text.yaml;

import dev.drover.model.Agent;
import dev.drover.text.Suggest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which agent manages a resource, such as {@code ocf:heartbeat:IPaddr2}. */
final class AgentName {
  static final List<String> STANDARDS =
      List.of("ocf", "systemd", "lsb", "service", "stonith", "compose");

  private AgentName() {}

  static @Nullable Agent parse(String text, Mark mark, Problems problems) {
    String[] words = text.split(":", -1);
    boolean ocf = words[0].equals("ocf");
    boolean complete =
        words.length == (ocf ? 3 : 2) && List.of(words).stream().noneMatch(String::isEmpty);
    if (complete && STANDARDS.contains(words[0])) {
      return new Agent(words[0], ocf ? words[1] : null, words[words.length - 1]);
    }
    problems.add(
        mark,
        text,
        "an agent: ocf:PROVIDER:TYPE, or one of " + others() + " with :TYPE",
        guess(words));
    return null;
  }

  private static String others() {
    return String.join(", ", STANDARDS.subList(1, STANDARDS.size()));
  }

  private static @Nullable String guess(String[] words) {
    String last = words[words.length - 1];
    if (last.isEmpty()) {
      return null;
    }
    if (words[0].equals("ocf")) {
      return "`ocf:" + (words.length == 4 ? words[2] : "heartbeat") + ":" + last + "` is meant";
    }
    if (words.length == 1) {
      return "`ocf:heartbeat:" + last + "` or `systemd:" + last + "` is meant";
    }
    return Suggest.closest(words[0], STANDARDS).map(near -> "`" + near + "` is meant").orElse(null);
  }
}
