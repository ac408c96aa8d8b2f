package dev.drover.text.yaml;

import dev.drover.scenario.Deed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the cluster does, such as {@code start VIP1 on pcmk2} or {@code fence pcmk1}. */
final class DeedReader {
  private static final List<String> VERBS =
      Arrays.stream(Deed.Verb.values()).map(Deed.Verb::label).toList();

  private final Problems problems;
  private final Names names;

  DeedReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
  }

  @Nullable Deed read(YamlNode.Text text) {
    String[] words = text.value().trim().split("\\s+");
    Optional<Deed.Verb> verb = Deed.Verb.parse(words[0]);
    boolean placed = words.length == 4 && words[2].equals("on");
    if (verb.isEmpty()) {
      problems.unknown(
          text.mark(), words[0], "a deed with one of " + String.join(", ", VERBS), VERBS);
    } else if (!placed && words.length != 2) {
      problems.add(text, "a deed such as `start web`, `start web on node1` or `fence node1`");
    } else if (verb.get() == Deed.Verb.FENCE) {
      names.node(words[1], text.mark());
      return new Deed(Deed.Verb.FENCE, words[1], null);
    } else {
      names.resource(words[1], text.mark());
      if (placed) {
        names.node(words[3], text.mark());
      }
      return new Deed(verb.get(), words[1], placed ? words[3] : null);
    }
    return null;
  }

  List<Deed> read(List<YamlNode.Text> texts) {
    return texts.stream()
        .map(this::read)
        .flatMap(deed -> Optional.ofNullable(deed).stream())
        .toList();
  }
}
