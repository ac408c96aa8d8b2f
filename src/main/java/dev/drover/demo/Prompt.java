package dev.drover.demo;

import dev.drover.text.Suggest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads commands and does them, until there are no more. */
final class Prompt {
  /** Verbs of drover that go to the cluster as they are. */
  private static final Set<String> PASSED_ON =
      Set.of("status", "events", "config", "node", "resource", "fence", "policy");

  private static final int LONGEST = 1000;

  /** Does a command. */
  @FunctionalInterface
  interface Deed {
    void on(String subject) throws IOException;
  }

  private final BufferedReader in;
  private final Screen screen;
  private final Operator operator;
  private final Map<String, Deed> deeds = new LinkedHashMap<>();

  Prompt(BufferedReader in, Screen screen, Operator operator) {
    this.in = in;
    this.screen = screen;
    this.operator = operator;
  }

  /** Adds a command with one word behind it, which is one of those. */
  void add(String name, List<String> subjects, Deed deed) {
    deeds.put(
        name,
        subject -> {
          if (!subjects.contains(subject)) {
            throw new IOException(
                "found `%s %s`, expected %s and one of `%s`"
                        .formatted(name, subject, name, String.join("`, `", subjects))
                    + maybe(subject, subjects));
          }
          deed.on(subject);
        });
  }

  /** Adds a command with whatever behind it. */
  void add(String name, Deed deed) {
    deeds.put(name, deed);
  }

  /** Takes commands until {@code quit} or the end of what is read. */
  void run() throws IOException {
    while (true) {
      screen.ask();
      String line = in.readLine();
      if (line == null) {
        return;
      }
      screen.asked(line);
      String command = line.strip();
      if (command.equals("quit") || command.equals("exit")) {
        return;
      }
      if (!command.isEmpty()) {
        take(command);
      }
    }
  }

  private void take(String command) {
    List<String> words = List.of(command.split("\\s+"));
    String name = words.get(0);
    Deed deed = deeds.get(name);
    try {
      if (command.length() > LONGEST) {
        throw new IOException(
            "found %d characters, expected at most %d".formatted(command.length(), LONGEST));
      } else if (deed != null) {
        deed.on(String.join(" ", words.subList(1, words.size())));
      } else if (PASSED_ON.contains(name)) {
        give(words);
      } else {
        List<String> known = new ArrayList<>(deeds.keySet());
        known.addAll(PASSED_ON);
        throw new IOException(
            "found `" + name + "`, expected a command: `help` lists them" + maybe(name, known));
      }
    } catch (IOException failed) {
      screen.say(String.valueOf(failed.getMessage()));
    }
  }

  private static String maybe(String found, List<String> known) {
    return Suggest.closest(found, known).map(near -> "%nMaybe `%s`".formatted(near)).orElse("");
  }

  /** Gives the cluster a command, and shows what it answers. */
  void give(List<String> words) {
    StringWriter text = new StringWriter();
    operator.give(words, new PrintWriter(text));
    screen.say(text.toString());
  }
}
