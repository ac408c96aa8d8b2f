package dev.drover.daemon;

import dev.drover.live.Letter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What this node has asked others and is not answered yet. On the loop only. */
final class Enquiries {
  private static final int MOST_WAITING = 1000;

  private record Sent(String to, Consumer<Letter.Answer> answer) {}

  private final Loop loop;
  private final Post post;
  private final Duration patience;
  private final Map<Long, Sent> waiting = new HashMap<>();
  private long last;

  /**
   * Nothing is asked yet.
   *
   * @param patience longer than whoever is asked takes
   */
  Enquiries(Loop loop, Post post, Duration patience) {
    this.loop = loop;
    this.post = post;
    this.patience = patience;
  }

  /**
   * Asks another node; an answer comes in any case, be it that there was none.
   *
   * @param question its number is given here
   */
  void ask(String node, Letter.Ask question, Consumer<Letter.Answer> answer) {
    if (waiting.size() >= MOST_WAITING) {
      answer.accept(
          Commands.answer(Commands.UNAVAILABLE, MOST_WAITING + " commands are waiting already"));
      return;
    }
    long number = ++last;
    waiting.put(number, new Sent(node, answer));
    loop.after(patience, () -> lapse(number, "does not answer, and may have done it or not"));
    if (!post.send(
        node, new Letter.Ask(number, question.by(), question.verb(), question.words()))) {
      lapse(number, "cannot be reached");
    }
  }

  private void lapse(long number, String why) {
    Sent sent = waiting.remove(number);
    if (sent != null) {
      sent.answer.accept(Commands.answer(Commands.UNAVAILABLE, "`" + sent.to + "` " + why));
    }
  }

  /** No connection to a node is left: what it was asked is not answered any more. */
  void parted(String node) {
    List<Long> lost =
        waiting.entrySet().stream()
            .filter(entry -> entry.getValue().to.equals(node))
            .map(Map.Entry::getKey)
            .toList();
    lost.forEach(
        number -> lapse(number, "has gone before it answered, and may have done it or not"));
  }

  /** An answer to one of the questions; what another node was asked is not read. */
  void answered(String from, Letter.Answer answer) {
    Sent sent = waiting.get(answer.number());
    if (sent != null && sent.to.equals(from)) {
      waiting.remove(answer.number());
      sent.answer.accept(answer);
    }
  }
}
