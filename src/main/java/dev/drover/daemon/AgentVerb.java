package dev.drover.daemon;

import dev.drover.agent.tools.Reply;
import dev.drover.agent.tools.Request;
import dev.drover.live.Amendment;
import dev.drover.live.Entry;
import dev.drover.live.Letter;
import dev.drover.model.ClusterState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What resource agents ask the leader, by the tools that stand in for Pacemaker's. */
final class AgentVerb {
  /** The one verb that agents may use. */
  static final String NAME = "agent";

  /** So many transient attributes a node may have, and so many lasting ones the cluster. */
  private static final int MOST = 10_000;

  /** So many letters may the lasting ones have together: a snapshot holds them all. */
  private static final int MOST_LETTERS = 1 << 20;

  private final Member member;
  private final Commands commands;
  private final AttributeCommands attributes;
  private final AttributeValues values;

  AgentVerb(Member member, Commands commands, AttributeCommands attributes) {
    this.member = member;
    this.commands = commands;
    this.attributes = attributes;
    this.values = new AttributeValues(member.clock());
  }

  /** Why a node that is no member may not ask that; null where it may. */
  static @Nullable String objection(String node, Letter.Ask ask) {
    if (!ask.verb().equals(NAME)) {
      return "agents do not give commands";
    }
    Map<String, String> words = ask.words();
    String deed = words.getOrDefault("do", "");
    boolean changes = deed.equals("set") || deed.equals("delete");
    boolean isOwn =
        node.equals(words.get("node")) && !AttributeValues.OPTION.equals(words.get("scope"));
    return changes && !isOwn
        ? "`" + node + "` is no member: expected a change of its own attributes"
        : null;
  }

  /**
   * Does what is asked.
   *
   * @throws IllegalArgumentException where it makes no sense; for people
   */
  void take(Leading leading, Letter.Ask ask, Consumer<Letter.Answer> answer) {
    Map<String, String> words = ask.words();
    Request.check(words);
    ClusterState state = leading.coordinator().state();
    switch (Commands.word(words, "do")) {
      case "quorum" ->
          answer.accept(Commands.answer(Reply.OK, state.status().quorate() ? "1" : "0"));
      case "partition" ->
          answer.accept(
              Commands.answer(Reply.OK, String.join(" ", new TreeSet<>(member.present()))));
      case "get", "set", "delete" -> about(leading, state, ask, answer);
      default -> throw new IllegalArgumentException("`" + words.get("do") + "` is not known here");
    }
  }

  private void about(
      Leading leading, ClusterState state, Letter.Ask ask, Consumer<Letter.Answer> answer) {
    Map<String, String> words = ask.words();
    String scope = Commands.word(words, "scope");
    if (!scope.equals(AttributeValues.OPTION)) {
      try {
        Known.node(state.configuration(), Commands.word(words, "node"));
      } catch (IllegalArgumentException unknown) {
        answer.accept(Commands.answer(Reply.NO_SUCH, unknown.getMessage()));
        return;
      }
    }
    switch (Commands.word(words, "do")) {
      case "get" -> get(values.of(state, words), words, answer);
      case "set" -> {
        Commands.word(words, "value");
        change(leading, state, ask, answer);
      }
      default -> {
        Map<String, String> without = new HashMap<>(words);
        without.remove("value");
        change(leading, state, new Letter.Ask(0, ask.by(), NAME, without), answer);
      }
    }
  }

  private static void get(
      @Nullable String value, Map<String, String> words, Consumer<Letter.Answer> answer) {
    String found = value == null ? words.get("default") : value;
    answer.accept(
        found == null
            ? Commands.answer(Reply.NO_SUCH, "`" + words.get("name") + "` has no value")
            : Commands.answer(Reply.OK, found));
  }

  /** Sets a value, or takes it away where none is given. */
  private void change(
      Leading leading, ClusterState state, Letter.Ask ask, Consumer<Letter.Answer> answer) {
    Map<String, String> words = ask.words();
    String scope = Commands.word(words, "scope");
    limit(state, words);
    if (scope.equals(AttributeValues.TRANSIENT)) {
      boolean isDamped = !words.getOrDefault("dampening", "0").equals("0");
      attributes.set(leading, words, isDamped ? given -> {} : answer);
      if (isDamped) {
        // An agent has a timeout; where the leader is lost meanwhile, its next monitor sets it
        // again.
        answer.accept(Commands.answer(Reply.OK, ""));
      }
      return;
    }
    String value = words.get("value");
    if (Objects.equals(values.of(state, words), value)) {
      answer.accept(Commands.answer(Reply.OK, ""));
      return;
    }
    boolean isOption = scope.equals(AttributeValues.OPTION);
    Amendment amendment =
        new Amendment(
            isOption ? Amendment.Kind.CLUSTER_OPTION : Amendment.Kind.NODE_ATTRIBUTE,
            isOption ? "" : Commands.word(words, "node"),
            AttributeValues.name(words),
            value);
    if (value == null && !isAmended(amendment)) {
      throw new IllegalArgumentException(
          "`%s` stands in the configuration's file: expected what a command has set"
              .formatted(amendment.name()));
    }
    commands.append(new Entry.Amend(List.of(amendment), ask.by(), commands.now()), answer);
  }

  /** Whatever an agent does, what lasts stays small; for the rest {@link Attributes} sees to it. */
  private void limit(ClusterState state, Map<String, String> words) {
    String value = words.getOrDefault("value", "");
    if (!Commands.word(words, "scope").equals(AttributeValues.TRANSIENT)
        && letters() + value.length() > MOST_LETTERS) {
      throw new IllegalArgumentException(
          "what lasts would have more than `" + MOST_LETTERS + "` letters together");
    }
    long most =
        Math.max(
            member.books().page().saved().amendments().size(),
            state.status().nodes().stream()
                .filter(node -> node.name().equals(words.get("node")))
                .mapToInt(node -> node.attributes().size())
                .max()
                .orElse(0));
    boolean isNew = words.get("value") != null && values.of(state, words) == null;
    if (isNew && most >= MOST) {
      throw new IllegalArgumentException(
          MOST + " attributes are set already, and none is replaced");
    }
  }

  private long letters() {
    return member.books().page().saved().amendments().stream()
        .mapToLong(
            made -> made.name().length() + Objects.requireNonNullElse(made.value(), "").length())
        .sum();
  }

  private boolean isAmended(Amendment amendment) {
    return member.books().page().saved().amendments().stream()
        .anyMatch(
            made ->
                made.kind() == amendment.kind()
                    && made.subject().equals(amendment.subject())
                    && made.name().equals(amendment.name()));
  }
}
