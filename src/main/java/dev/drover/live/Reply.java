package dev.drover.live;

/**
 * What came of an entry.
 *
 * @param done whether it changed anything
 * @param index its index in the log
 * @param message where it was refused, why; else empty
 */
public record Reply(boolean done, long index, String message) {
  static Reply done(long index) {
    return new Reply(true, index, "");
  }

  static Reply refused(long index, String why) {
    return new Reply(false, index, why);
  }
}
