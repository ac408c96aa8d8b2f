package dev.drover.text;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in something a person wrote.
 *
 * @param source the file's name as the person gave it
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 * @param found what stands there
 * @param expected what should stand there, as the rest of a sentence
 * @param maybe how it could be mended, without the word "Maybe"; null where nothing can be guessed
 */
public record InputProblem(
    String source, int line, int column, String found, String expected, @Nullable String maybe) {
  @Override
  public String toString() {
    String where =
        line == 0 ? source : column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    String text = where + ": found `" + found + "`, expected " + expected;
    return maybe == null ? text : text + System.lineSeparator() + "Maybe " + maybe;
  }
}
