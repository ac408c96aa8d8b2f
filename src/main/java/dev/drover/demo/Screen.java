package dev.drover.demo;

import java.io.PrintWriter;

/** What a person sees: lines come whenever something happens, and the prompt stays below them. */
final class Screen {
  private static final String PROMPT = "demo> ";

  /** To the line's beginning, and clears the line. */
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;
  private boolean prompting;

  /**
   * An empty screen.
   *
   * @param terminal whether somebody types; what is read from elsewhere is shown behind the prompt
   */
  Screen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows lines above the prompt. */
  synchronized void say(String text) {
    if (prompting && terminal) {
      out.print(CLEAR);
    }
    out.println(text.stripTrailing());
    if (prompting && terminal) {
      out.print(PROMPT);
    }
    out.flush();
  }

  /** Asks for a command. */
  synchronized void ask() {
    prompting = true;
    if (terminal) {
      out.print(PROMPT);
      out.flush();
    }
  }

  /** Takes the command that was asked for. */
  synchronized void asked(String line) {
    prompting = false;
    if (!terminal) {
      out.println(PROMPT + line);
      out.flush();
    }
  }
}
