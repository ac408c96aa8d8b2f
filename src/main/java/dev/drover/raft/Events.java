package dev.drover.raft;

/** What a group tells while it runs; from any thread. */
interface Events {
  /** Somebody began or ceased to lead. */
  void leaderChanged();

  /** The append with this number is in this member's log now. */
  void appended(long call);

  /** The log or the applier failed; the group closes. */
  void failed(Throwable cause);
}
