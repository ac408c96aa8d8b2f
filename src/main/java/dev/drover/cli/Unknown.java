package dev.drover.cli;

import dev.drover.text.Suggest;
import java.util.Collection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Answers a word on the command line that names nothing. */
final class Unknown {
  private Unknown() {}

  /**
   * A mistake in the command line, with a guess at what was meant.
   *
   * @param expected what the word should name, such as {@code a stage}
   */
  static ParameterException word(
      CommandSpec spec, String word, String expected, Collection<String> known) {
    String maybe =
        Suggest.closest(word, known)
            .map(near -> System.lineSeparator() + "Maybe `" + near + "` is meant")
            .orElse("");
    return new ParameterException(
        spec.commandLine(), "found `" + word + "`, expected " + expected + maybe);
  }
}
