package dev.drover.raft;

/** Why an append was not acknowledged. */
public abstract sealed class AppendException extends Exception
    permits NotLeaderException, TooBusyException, UnsureException {
  private static final long serialVersionUID = 1;

  AppendException(String message) {
    super(message);
  }
}
