package dev.drover.agent.watch;

import org.jspecify.annotations.Nullable;

/**
 * What {@code /proc/PID/stat} says of a process; proc(5) numbers its fields.
 *
 * @param state {@code R}, {@code S}, {@code Z}, …
 * @param parent the number of the process that takes note of its end
 * @param started in ticks since the machine's start
 */
record Stat(char state, long parent, long started) {
  // Counted from the state, which is the third field and follows the program's name.
  private static final int PARENT = 1;
  private static final int STARTED = 19;

  /** Reads the line; null where it is none. */
  static @Nullable Stat parse(String line) {
    // The name is in brackets, and may have blanks and brackets of its own.
    int name = line.lastIndexOf(") ");
    String[] fields = name < 0 ? new String[0] : line.substring(name + 2).split(" ", -1);
    if (fields.length <= STARTED || fields[0].length() != 1) {
      return null;
    }
    try {
      return new Stat(
          fields[0].charAt(0), Long.parseLong(fields[PARENT]), Long.parseLong(fields[STARTED]));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** False for a process that has ended, of which nobody has taken note yet. */
  boolean isRunning() {
    return state != 'Z' && state != 'X';
  }
}
