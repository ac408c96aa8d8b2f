package dev.drover.daemon;

import dev.drover.live.Decider;
import dev.drover.live.Entry;
import dev.drover.live.Letter;
import dev.drover.peer.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Other rules for the cluster: compiled aside on every member, then switched at one log index. */
final class PolicyCommand {
  private final Member member;
  private final Commands commands;
  private final Map<Map<String, String>, Decider> compiled = new LinkedHashMap<>();

  PolicyCommand(Member member, Commands commands) {
    this.member = member;
    this.commands = commands;
  }

  /**
   * Gives the cluster other rules, once every member could compile them. Where one is not heard
   * nothing changes, unless {@code skip-missing} is said.
   */
  void apply(Letter.Ask ask, Consumer<Letter.Answer> answer) {
    Map<String, String> files = new TreeMap<>(ask.words());
    long index = Commands.expected(ask.words());
    files.remove("expected");
    boolean skips = files.remove("skip-missing") != null;
    Set<String> present = member.present();
    Map<Boolean, List<String>> members =
        member.site().members().stream()
            .filter(each -> !each.witness())
            .map(Site.Member::name)
            .sorted()
            .collect(Collectors.partitioningBy(present::contains));
    List<String> others = members.getOrDefault(true, List.of());
    List<String> missing = members.getOrDefault(false, List.of());
    if (!skips && !missing.isEmpty()) {
      answer.accept(
          Commands.answer(
              Commands.UNAVAILABLE,
              "`%s` is not heard: expected every member to compile the rules first%nMaybe `--skip-missing` is meant: a member that cannot compile them later keeps its own"
                  .formatted(String.join("`, `", missing))));
      return;
    }
    List<String> problems = new ArrayList<>();
    int[] open = {others.size()};
    for (String node : others) {
      commands
          .enquiries()
          .ask(
              node,
              new Letter.Ask(0, ask.by(), "member-check-policy", files),
              given -> {
                if (given.exit() != Commands.OK) {
                  problems.add(node + ": " + given.text());
                }
                if (--open[0] == 0) {
                  if (problems.isEmpty()) {
                    commands.append(
                        new Entry.Policy(index, files, ask.by(), commands.now()), answer);
                  } else {
                    answer.accept(Commands.answer(Commands.BAD_DATA, String.join("\n", problems)));
                  }
                }
              });
    }
  }

  /** Compiles rules beside everything else; the problem is null where they are good. */
  void compile(Map<String, String> files, Consumer<@Nullable String> done) {
    Thread compiler =
        new Thread(
            () -> {
              try {
                Decider made = member.tools().decider(files);
                member
                    .loop()
                    .execute(
                        () -> {
                          compiled.clear();
                          compiled.put(Map.copyOf(files), made);
                          done.accept(null);
                        });
              } catch (RuntimeException wrong) {
                member.loop().execute(() -> done.accept(String.valueOf(wrong.getMessage())));
              } catch (Throwable broken) {
                // such as rules nested too deeply for the compiler's stack
                member.loop().execute(() -> done.accept("the compiler ended with " + broken));
              }
            },
            "rules");
    compiler.setDaemon(true);
    compiler.start();
  }

  /** The decider for rules that were compiled aside; made now where they were not. */
  Decider decider(Map<String, String> files) {
    Decider made = compiled.get(files);
    return made == null ? member.tools().decider(files) : made;
  }
}
