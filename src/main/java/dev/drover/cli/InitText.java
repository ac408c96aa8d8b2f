package dev.drover.cli;

import java.util.ArrayList;
import java.util.List;

/** What a person is told about a cluster whose files were made: what there is, and what is next. */
final class InitText {
  private static final String ETC = "/etc/drover";

  private InitText() {}

  static String of(Roster roster, ClusterFolder folder, int days) {
    StringBuilder text = new StringBuilder();
    text.append("Made the files of cluster `%s`:%n".formatted(roster.cluster()));
    List<String[]> rows = new ArrayList<>();
    for (Roster.Entry entry : roster.entries()) {
      rows.add(new String[] {folder.of(entry.name()).toString(), entry.role().word()});
    }
    rows.add(
        new String[] {
          folder.of(Roster.OPERATOR).toString(), "for people, who ask and command from anywhere"
        });
    rows.add(
        new String[] {
          folder.path().resolve("authority.key").toString(),
          "makes certificates: it belongs on no node"
        });
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(1);
    rows.forEach(row -> text.append(("  %-" + width + "s  %s%n").formatted(row[0], row[1])));
    text.append(
        "%nNext, copy each node's folder to it (as root; %s must not be there yet):%n"
            .formatted(ETC));
    for (Roster.Entry entry : roster.entries()) {
      text.append(
          "  scp -rp %s root@%s:%s%n"
              .formatted(
                  quoted(folder.of(entry.name()).toString()),
                  entry.addresses().get(0).shownHost(),
                  ETC));
    }
    text.append(
        "%nThen commands work on members and witnesses as they are, and elsewhere with the folder `%s`.%n"
            .formatted(Roster.OPERATOR));
    text.append(
        "%nThe certificates end in %d days. Before that, for each of them:%n".formatted(days));
    for (Roster.Entry entry : roster.entries()) {
      text.append(
          "  drover cluster renew --node %s %s%n"
              .formatted(entry.name(), quoted(folder.path().toString())));
    }
    text.append(
        "  drover cluster renew --node %s %s%n"
            .formatted(Roster.OPERATOR, quoted(folder.path().toString())));
    return text.toString();
  }

  /** As a shell reads it back as one word. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
