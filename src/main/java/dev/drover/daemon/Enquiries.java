package dev.drover.daemon;

import dev.drover.live.Letter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a node that is no member asks the leader on behalf of its agents. On the loop only. */
final class Enquiries {
  /** Longer than a leader takes; a lost one does not answer at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Sent(String to, Consumer<Letter.Answer> answer) {}

  private final String node;
  private final Loop loop;
  private final Post post;
  private final Map<Long, Sent> waiting = new HashMap<>();
  private long last;

  Enquiries(String node, Loop loop, Post post) {
    this.node = node;
    this.loop = loop;
    this.post = post;
  }

  /**
   * Asks; an answer comes in any case, be it that there was none.
   *
   * @param leader null where nobody has said yet that it leads
   */
  void ask(@Nullable String leader, Map<String, String> words, Consumer<Letter.Answer> answer) {
    if (leader == null) {
      answer.accept(Commands.answer(Commands.UNAVAILABLE, "nobody leads the cluster at present"));
      return;
    }
    long number = ++last;
    waiting.put(number, new Sent(leader, answer));
    loop.after(PATIENCE, () -> lapse(number, "does not answer"));
    if (!post.send(leader, new Letter.Ask(number, node, AgentVerb.NAME, words))) {
      lapse(number, "cannot be reached");
    }
  }

  private void lapse(long number, String why) {
    Sent sent = waiting.remove(number);
    if (sent != null) {
      sent.answer.accept(Commands.answer(Commands.UNAVAILABLE, "`" + sent.to + "` " + why));
    }
  }

  /** An answer to one of the questions; another one's is not read. */
  void answered(String from, Letter.Answer answer) {
    Sent sent = waiting.get(answer.number());
    if (sent != null && sent.to.equals(from)) {
      waiting.remove(answer.number());
      sent.answer.accept(answer);
    }
  }
}
