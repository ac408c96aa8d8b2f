package dev.drover.raft;

/**
 * Leadership was lost while the entry waited for its majority: it may be in the log or not, now or
 * later. Whoever appends again must be able to stand having it twice.
 */
public final class UnsureException extends AppendException {
  private static final long serialVersionUID = 1;

  UnsureException(String why) {
    super("the entry may be in the log or not: " + why);
  }
}
