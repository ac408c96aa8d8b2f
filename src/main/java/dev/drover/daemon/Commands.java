package dev.drover.daemon;

import dev.drover.execute.Bookkeeping;
import dev.drover.execute.Fenced;
import dev.drover.live.Amended;
import dev.drover.live.Amendment;
import dev.drover.live.Decider;
import dev.drover.live.Entry;
import dev.drover.live.FenceRecord;
import dev.drover.live.Letter;
import dev.drover.live.Reply;
import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.net.Connection;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.plan.Changes;
import dev.drover.plan.Decision;
import dev.drover.raft.Applied;
import dev.drover.text.report.ChangeReport;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What operators ask for: done by the leader, passed on to it by everybody else. */
final class Commands {
  static final int OK = 0;
  private static final int NO = 1;
  static final int BAD_DATA = 65;
  static final int UNAVAILABLE = 69;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Member member;
  private final AttributeCommands attributes;
  private final AgentVerb agents;
  private final PolicyCommand policy;
  private final Enquiries enquiries;

  Commands(Member member) {
    this.member = member;
    this.enquiries = new Enquiries(member.loop(), member.post(), PATIENCE);
    this.attributes = new AttributeCommands(member);
    this.agents = new AgentVerb(member, this, attributes);
    this.policy = new PolicyCommand(member, this);
  }

  /** Somebody asks. */
  void asked(Peer from, @Nullable Connection over, Letter.Ask ask) {
    Consumer<Letter.Answer> answer =
        given -> {
          Letter.Answer addressed = new Letter.Answer(ask.number(), given.exit(), given.text());
          if (over != null) {
            Links.send(over, addressed);
          } else {
            member.post().send(from.node(), addressed);
          }
        };
    String objection = from.role() == Role.AGENT ? AgentVerb.objection(from.node(), ask) : null;
    if (objection != null) {
      answer.accept(answer(NO, objection));
      return;
    }
    if (from.role() == Role.OPERATOR && ask.verb().startsWith("member-")) {
      answer.accept(answer(NO, "`" + ask.verb() + "` is for members only"));
      return;
    }
    boolean isOwn = from.role() == Role.OPERATOR || from.role() == Role.AGENT;
    String by = isOwn ? from.node() : ask.by();
    asked(new Letter.Ask(ask.number(), by, ask.verb(), ask.words()), answer);
  }

  /** An agent on this node asks. */
  void agentAsked(Map<String, String> words, Consumer<Letter.Answer> answer) {
    asked(new Letter.Ask(0, member.site().node(), AgentVerb.NAME, words), answer);
  }

  private void asked(Letter.Ask ask, Consumer<Letter.Answer> answer) {
    try {
      take(ask, answer);
    } catch (IllegalArgumentException wrong) {
      answer.accept(answer(BAD_DATA, String.valueOf(wrong.getMessage())));
    }
  }

  private void take(Letter.Ask ask, Consumer<Letter.Answer> answer) {
    if (ask.verb().equals("member-check-policy")) {
      policy.compile(
          ask.words(), problem -> answer.accept(answer(problem == null ? OK : BAD_DATA, problem)));
      return;
    }
    Leading leading = member.leading();
    if (leading != null) {
      lead(leading, ask, answer);
    } else if (ask.verb().equals("fence-confirm")
        && member.pair().confirm(word(ask.words(), "node"), ask.by())) {
      answer.accept(answer(OK, ""));
    } else if (member.leader() != null && !member.leader().equals(member.site().node())) {
      forward(member.leader(), ask, answer);
    } else if (ask.verb().equals("status")) {
      answer.accept(answer(OK, StatusReply.of(member, null, ask.words())));
    } else {
      answer.accept(
          answer(
              UNAVAILABLE,
              "nobody leads the cluster at present%nMaybe too few members are up: `drover status` tells"
                  .formatted()));
    }
  }

  private void forward(String leader, Letter.Ask ask, Consumer<Letter.Answer> answer) {
    enquiries.ask(
        leader,
        ask,
        given -> {
          boolean missing = given.exit() == UNAVAILABLE && ask.verb().equals("status");
          answer.accept(missing ? answer(OK, StatusReply.of(member, null, ask.words())) : given);
        });
  }

  /** The decider for rules that were compiled aside; made now where they were not. */
  Decider decider(Map<String, String> files) {
    return policy.decider(files);
  }

  /** What other members are asked on behalf of whoever asked this one. */
  Enquiries enquiries() {
    return enquiries;
  }

  private void lead(Leading leading, Letter.Ask ask, Consumer<Letter.Answer> answer) {
    Map<String, String> words = ask.words();
    switch (ask.verb()) {
      case "status" -> answer.accept(answer(OK, StatusReply.of(member, leading, words)));
      case "events" ->
          answer.accept(answer(OK, NewsReply.since(member.books().page().saved().news(), words)));
      case "config-show" ->
          answer.accept(answer(OK, ConfigReply.of(member.books().page().saved())));
      case "config-index" ->
          answer.accept(answer(OK, Long.toString(member.books().page().saved().configuredAt())));
      case "config-plan" -> answer.accept(answer(OK, plan(leading, configuration(words))));
      case "config-apply" -> {
        configuration(words);
        append(
            new Entry.Configure(
                expected(words), word(words, "name"), word(words, "text"), ask.by(), now()),
            answer);
      }
      case "amend" ->
          append(new Entry.Amend(List.of(amendment(words, leading)), ask.by(), now()), answer);
      case "clear" -> append(new Entry.Amend(places(words), ask.by(), now()), answer);
      case "cleanup" -> {
        cleanUp(leading, words, ask.by());
        answer.accept(answer(OK, ""));
      }
      case "fence-confirm" -> {
        confirm(leading, word(words, "node"), ask.by());
        answer.accept(answer(OK, ""));
      }
      case "attribute-set" -> attributes.set(leading, words, answer);
      case "attribute-show" -> attributes.show(leading, words, answer);
      case AgentVerb.NAME -> agents.take(leading, ask, answer);
      case "policy-apply" -> policy.apply(ask, answer);
      default -> answer.accept(answer(NO, "`" + ask.verb() + "` is not known here"));
    }
  }

  /** The time for an entry. */
  long now() {
    return member.clock().instant().toEpochMilli();
  }

  private Configuration configuration(Map<String, String> words) {
    Configuration read = member.tools().reader().read(word(words, "name"), word(words, "text"));
    Reachable.check(read);
    return read;
  }

  private String plan(Leading leading, Configuration configuration) {
    Configuration amended =
        new Amended(member.books().page().saved().amendments()).of(configuration);
    ClusterState then = new ClusterState(amended, leading.coordinator().state().status());
    Decision decision = member.decider().rule(then, member.clock().instant()).decision();
    return Changes.of(decision).isEmpty()
        ? "Nothing that runs would change."
        : ChangeReport.of(decision);
  }

  void append(Entry entry, Consumer<Letter.Answer> answer) {
    var log = member.replica();
    if (log == null) {
      answer.accept(answer(UNAVAILABLE, "the log is not open"));
      return;
    }
    CompletableFuture<Applied> appended;
    try {
      appended = log.append(Wire.bytes(entry));
    } catch (IllegalArgumentException tooLarge) {
      answer.accept(answer(BAD_DATA, String.valueOf(tooLarge.getMessage())));
      return;
    }
    var unused =
        appended.whenComplete(
            (applied, problem) ->
                member.loop().execute(() -> answer.accept(outcome(applied, problem))));
  }

  private static Letter.Answer outcome(@Nullable Applied applied, @Nullable Throwable problem) {
    if (applied == null) {
      return answer(
          UNAVAILABLE,
          "not certain to be written down: "
              + (problem == null ? "no reply" : problem.getMessage())
              + "\nMaybe the cluster changes its leader: look at `drover status`, then try again");
    }
    try {
      Reply reply = Wire.reply(applied.reply());
      return reply.done() ? answer(OK, Long.toString(reply.index())) : answer(NO, reply.message());
    } catch (IOException e) {
      return answer(UNAVAILABLE, "the reply cannot be read: " + e.getMessage());
    }
  }

  private static Amendment amendment(Map<String, String> words, Leading leading) {
    Amendment.Kind kind = Amendment.Kind.valueOf(word(words, "kind"));
    String subject = words.getOrDefault("subject", "");
    Configuration configuration = leading.coordinator().state().configuration();
    switch (kind) {
      case NODE_ATTRIBUTE -> Known.node(configuration, subject);
      case RESOURCE_OPTION -> Known.resource(configuration, subject);
      case PLACE -> {
        Known.resource(configuration, subject);
        Known.node(configuration, word(words, "name"));
      }
      case CLUSTER_OPTION -> {}
    }
    return new Amendment(kind, subject, word(words, "name"), words.get("value"));
  }

  /** Takes back every place that commands gave a resource. */
  private List<Amendment> places(Map<String, String> words) {
    String resource = word(words, "resource");
    List<Amendment> back =
        member.books().page().saved().amendments().stream()
            .filter(made -> made.kind() == Amendment.Kind.PLACE && made.subject().equals(resource))
            .map(made -> new Amendment(made.kind(), made.subject(), made.name(), null))
            .toList();
    if (back.isEmpty()) {
      // what is configured no more may have a place still
      Known.resource(member.books().page().state().configuration(), resource);
    }
    return back;
  }

  private void cleanUp(Leading leading, Map<String, String> words, String by) {
    String resource = word(words, "resource");
    ClusterState state = leading.coordinator().state();
    Configuration configuration = state.configuration();
    Known.resource(configuration, resource);
    Set<String> names =
        Known.recorded(
            member.decider().rule(state, member.clock().instant()).decision().before(), resource);
    String only = words.get("node");
    leading
        .coordinator()
        .change(
            status ->
                configuration.nodes().stream()
                    .filter(node -> only == null || node.name().equals(only))
                    .forEach(
                        node ->
                            names.forEach(
                                name -> {
                                  Bookkeeping.forgetFailures(status.node(node.name()), name);
                                  status.node(node.name()).forget(name);
                                })),
            "cleanup of " + resource + " by " + by,
            member.clock().instant());
  }

  private void confirm(Leading leading, String node, String by) {
    Known.node(leading.coordinator().state().configuration(), node);
    if (member.present().contains(node)) {
      throw new IllegalArgumentException(
          "`%s` is heard: it is not down%nMaybe another node is meant, or it is to be stopped first"
              .formatted(node));
    }
    member.tools().fences().confirm(node, by);
    leading.remember(new FenceRecord(node, "off", true, by, "confirmed by hand", now()));
    leading
        .coordinator()
        .change(
            status -> Fenced.down(status.node(node)),
            by + " confirms that " + node + " is down",
            member.clock().instant());
  }

  /** A node wants to leave: its resources go elsewhere first. */
  void leave(Leading leading, String node) {
    String now = Long.toString(member.clock().instant().getEpochSecond());
    leading
        .coordinator()
        .change(
            status -> status.node(node).attributes().put("shutdown", now),
            node + " wants to leave",
            member.clock().instant());
  }

  static long expected(Map<String, String> words) {
    String expected = words.getOrDefault("expected", "-1");
    if (!expected.matches("-1|\\d{1,18}")) {
      throw new IllegalArgumentException("the index `" + expected + "`: expected a number");
    }
    return Long.parseLong(expected);
  }

  static String word(Map<String, String> words, String name) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("no `" + name + "` is given");
    }
    return word;
  }

  static Letter.Answer answer(int exit, @Nullable String text) {
    return new Letter.Answer(0, exit, text == null ? "" : text);
  }
}
