package dev.drover.model.fact;

/**
 * How a recorded result is to be read.
 *
 * @param happened the result
 * @param outcome what it amounts to
 */
public record Verdict(Happened happened, Outcome outcome) {
  /** What a recorded result amounts to. */
  public enum Outcome {
    /** Still under way. */
    PENDING,
    /** As good as a success. */
    SUCCESS,
    /** A failure that a restart may mend. */
    FAILURE,
    /** A failure that no attempt on this node can mend. */
    HARD_FAILURE,
    /** A failure that no attempt anywhere can mend. */
    FATAL_FAILURE,
    /** The agent is not there. */
    NOT_INSTALLED,
    /** A probe that could not run, which shows that the resource does not run either. */
    MASKED
  }

  /** True for every outcome that calls for a response. */
  public boolean isFailure() {
    return switch (outcome) {
      case FAILURE, HARD_FAILURE, FATAL_FAILURE, NOT_INSTALLED -> true;
      case PENDING, SUCCESS, MASKED -> false;
    };
  }
}
