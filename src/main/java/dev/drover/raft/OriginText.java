package dev.drover.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The origin of a log as text: a word and its values in each line. */
final class OriginText {
  private static final String WITNESS = "witness";
  private static final String VOTER = "voter";

  private OriginText() {}

  static String of(Storage.Origin origin) {
    StringBuilder text = new StringBuilder();
    text.append("epoch ").append(origin.lineage().epoch()).append('\n');
    text.append("id ").append(origin.lineage().id()).append('\n');
    if (origin.after() != null) {
      text.append("after ").append(origin.after()).append('\n');
    }
    for (Member member : origin.members()) {
      text.append("member ").append(member.name()).append(' ').append(member.host());
      text.append(' ').append(member.port()).append(' ');
      text.append(member.votesOnly() ? WITNESS : VOTER).append('\n');
    }
    return text.append("end\n").toString();
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException where it is anything else
   */
  static Storage.Origin parse(String text) {
    long epoch = 0;
    @Nullable UUID id = null;
    @Nullable UUID after = null;
    List<Member> members = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      switch (words[0] + " " + words.length) {
        case "epoch 2" -> epoch = Long.parseLong(words[1]);
        case "id 2" -> id = UUID.fromString(words[1]);
        case "after 2" -> after = UUID.fromString(words[1]);
        case "member 5" -> members.add(member(words));
        case "end 1" -> {
          if (id == null) {
            throw new IllegalArgumentException("expected a line `id`");
          }
          return new Storage.Origin(new Lineage(epoch, id), List.copyOf(members), after);
        }
        default -> throw new IllegalArgumentException("`" + line + "`: not a line of a lineage");
      }
    }
    throw new IllegalArgumentException("expected a line `end`; maybe the file is cut off");
  }

  private static Member member(String[] words) {
    if (!words[4].equals(WITNESS) && !words[4].equals(VOTER)) {
      throw new IllegalArgumentException("`" + words[4] + "`: expected voter or witness");
    }
    return new Member(words[1], words[2], Integer.parseInt(words[3]), words[4].equals(WITNESS));
  }
}
