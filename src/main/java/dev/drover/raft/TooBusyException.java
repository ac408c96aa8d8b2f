package dev.drover.raft;

/** Too many appends wait. The entry is not in the log; later it may be taken. */
public final class TooBusyException extends AppendException {
  private static final long serialVersionUID = 1;

  TooBusyException(int limit) {
    super("`" + limit + "` appends wait already, which is the limit; maybe a member is slow");
  }
}
