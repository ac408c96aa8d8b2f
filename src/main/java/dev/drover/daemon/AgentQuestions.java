package dev.drover.daemon;

import dev.drover.agent.tools.Reply;
import dev.drover.agent.tools.Spool;
import dev.drover.agent.tools.Toolbox;
import dev.drover.live.Letter;
import dev.drover.peer.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What resource agents of this node ask by the tools that are installed for them: answered by
 * whoever leads the cluster, as soon as somebody does.
 */
final class AgentQuestions implements AutoCloseable {
  /** Port: brings a question to whoever leads; on the loop. */
  @FunctionalInterface
  interface Leader {
    /**
     * Asks.
     *
     * @param answer told once, on the loop; {@link Commands#UNAVAILABLE} where nobody leads
     */
    void ask(Map<String, String> words, Consumer<Letter.Answer> answer);
  }

  private static final Duration AGAIN = Duration.ofMillis(250);

  /** A little less than what the tools wait, so that they are told why it took too long. */
  private static final Duration PATIENCE = Duration.ofSeconds(29);

  private final String node;
  private final Loop loop;
  private final Leader leader;
  private final Spool spool;

  /** The latest change of each attribute that is not done yet; on the loop only. */
  private final Map<Attribute, Question> changes = new HashMap<>();

  private record Attribute(@Nullable String scope, @Nullable String node, @Nullable String name) {}

  /**
   * Installs the tools, and answers.
   *
   * @throws IOException where a folder cannot be written or watched
   */
  AgentQuestions(Site site, Loop loop, Leader leader) throws IOException {
    this.node = site.node();
    this.loop = loop;
    this.leader = leader;
    Toolbox tools = new Toolbox(site.data());
    tools.install();
    this.spool = new Spool(tools.spool(), this::asked);
  }

  /** As the constructor; a node goes on without where that is impossible. */
  static AutoCloseable begin(Site site, Loop loop, Journal journal, Leader leader) {
    try {
      return new AgentQuestions(site, loop, leader);
    } catch (IOException e) {
      journal.line("agents on this node cannot set attributes: " + e.getMessage());
      return () -> {};
    }
  }

  private void asked(Map<String, String> words, Consumer<Reply> reply) {
    if ("name".equals(words.get("do"))) {
      reply.accept(new Reply(Reply.OK, node));
      return;
    }
    Map<String, String> all = new HashMap<>(words);
    all.putIfAbsent("node", node);
    loop.execute(() -> new Question(all, reply).begin());
  }

  /** One question, until it is answered or its time is up. On the loop only. */
  private final class Question {
    private final Map<String, String> words;
    private final Consumer<Reply> reply;
    private String last = "nobody leads the cluster at present";
    private boolean ended;

    private Question(Map<String, String> words, Consumer<Reply> reply) {
      this.words = Map.copyOf(words);
      this.reply = reply;
    }

    private Attribute about() {
      return new Attribute(words.get("scope"), words.get("node"), words.get("name"));
    }

    private boolean changes() {
      return !"get".equals(words.get("do"));
    }

    /** Another value has been asked for since: this one must not come after it. */
    private boolean isOver() {
      return changes() && changes.get(about()) != this;
    }

    private void begin() {
      if (changes()) {
        changes.put(about(), this);
      }
      loop.after(PATIENCE, () -> end(new Reply(Reply.UNAVAILABLE, last)));
      ask();
    }

    private void ask() {
      if (isOver()) {
        end(new Reply(Reply.UNAVAILABLE, "another value was asked for meanwhile"));
      } else if (!ended) {
        leader.ask(words, this::answered);
      }
    }

    private void answered(Letter.Answer answer) {
      if (answer.exit() == Commands.UNAVAILABLE) {
        // To set a value twice is to set it once, so it does not matter whether it was done.
        last = answer.text();
        loop.after(AGAIN, this::ask);
      } else {
        end(new Reply(answer.exit(), answer.text()));
      }
    }

    private void end(Reply given) {
      if (!ended) {
        ended = true;
        changes.remove(about(), this);
        reply.accept(given);
      }
    }
  }

  @Override
  public void close() {
    spool.close();
  }
}
