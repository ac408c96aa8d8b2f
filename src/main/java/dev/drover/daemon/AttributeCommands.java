package dev.drover.daemon;

import dev.drover.execute.StatusDraft;
import dev.drover.live.Letter;
import dev.drover.model.ClusterState;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What operators ask the leader about the attributes of nodes. */
final class AttributeCommands {
  private final Member member;
  private final Attributes attributes;

  AttributeCommands(Member member) {
    this.member = member;
    this.attributes = new Attributes(member.loop()::after);
  }

  /** Sets a transient attribute; without a value takes it away. Answers once it counts. */
  void set(Leading leading, Map<String, String> words, Consumer<Letter.Answer> answer) {
    String node = Commands.word(words, "node");
    Known.node(leading.coordinator().state().configuration(), node);
    String wait = words.getOrDefault("dampening", "0");
    if (!wait.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "the dampening `" + wait + "`: expected a number of milliseconds");
    }
    attributes.set(
        whileLeading(leading),
        node,
        Commands.word(words, "name"),
        words.get("value"),
        Duration.ofMillis(Long.parseLong(wait)),
        () ->
            answer.accept(
                member.leading() == leading
                    ? Commands.answer(Commands.OK, "")
                    : Commands.answer(
                        Commands.UNAVAILABLE, "another member leads now: nothing was changed")));
  }

  private Attributes.Leader whileLeading(Leading leading) {
    return new Attributes.Leader() {
      @Override
      public void change(Consumer<StatusDraft> edit, String why) {
        if (member.leading() == leading) {
          leading.coordinator().change(edit, why, member.clock().instant());
        }
      }

      @Override
      public Map<String, String> values(String node) {
        return Attributes.values(leading.coordinator().state(), node);
      }
    };
  }

  /** Tells all attributes of a node. */
  void show(Leading leading, Map<String, String> words, Consumer<Letter.Answer> answer) {
    String node = Commands.word(words, "node");
    ClusterState state = leading.coordinator().state();
    Known.node(state.configuration(), node);
    answer.accept(Attributes.show(state, node, member.clock().instant()));
  }
}
