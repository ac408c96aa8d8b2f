package dev.drover.text.report;

/**
 * Text as nested bullet lists: a title without a bullet, then items, each level two columns further
 * in.
 */
final class Outline {
  private final StringBuilder text = new StringBuilder();
  private int level;

  /** Starts a section. */
  Outline title(String title) {
    text.append(title).append(":\n");
    level = 1;
    return this;
  }

  /** Starts a list below the current one; outside of any, a section. */
  Outline open(String heading) {
    if (level == 0) {
      return title(heading);
    }
    item(heading + ":");
    level++;
    return this;
  }

  /** Ends the list that was opened last. */
  Outline close() {
    level--;
    return this;
  }

  Outline item(String line) {
    text.append("  ".repeat(level)).append("* ").append(line).append('\n');
    return this;
  }

  Outline blank() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
