package dev.drover.cli;

import dev.drover.rules.RuleProblemsException;
import dev.drover.text.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * How a run ended, as a shell sees it: the numbers of sysexits.h, and 1 for "it ran, and the answer
 * is no".
 */
public enum ExitCode {
  /** Everything was done, and everything that was expected holds. */
  OK(0),
  /** Everything was done, but something that was expected does not hold. */
  EXPECTATION_FAILED(1),
  /** The command line makes no sense. */
  USAGE(64),
  /** A file that a person wrote makes no sense: a cluster, a scenario, a rule. */
  BAD_DATA(65),
  /** A file that is to be read is not there. */
  NO_INPUT(66),
  /** Java or a tool is missing that this needs. */
  MISSING_SOFTWARE(69),
  /** A mistake in Drover itself. */
  INTERNAL_ERROR(70),
  /** A file cannot be created. */
  CANNOT_CREATE(73),
  /** A file cannot be read or written to its end. */
  INPUT_OUTPUT(74);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /**
   * The code for a run that this ended; {@link #INTERNAL_ERROR} for whatever no user can have
   * caused.
   */
  static ExitCode of(Throwable failure) {
    if (failure instanceof InputException || failure instanceof RuleProblemsException) {
      return BAD_DATA;
    }
    if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
      return NO_INPUT;
    }
    if (failure instanceof FileAlreadyExistsException) {
      return CANNOT_CREATE;
    }
    return failure instanceof IOException ? INPUT_OUTPUT : INTERNAL_ERROR;
  }
}
