package dev.drover.daemon;

import dev.drover.agent.Desk;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What a node answers to whoever counts on it: that it is here, whom it follows, and within what
 * time its watchdog resets it once nobody counts on it. On the loop only.
 */
final class Duty {
  private final String node;
  private final Supplier<Desk> desk;
  private final Guard guard;
  private final Moments moments;
  private final BiPredicate<String, Token> follows;
  private final BiConsumer<String, Letter> send;
  private Token counting = Token.NONE;
  private long latest;

  /**
   * Nobody counts on the node yet.
   *
   * @param desk where work arrives at present
   * @param follows whether a member leads in that time, as far as this node's own copy of the log
   *     tells; whatever for a node that has none
   * @param send sends a letter or loses it: the next one will do
   */
  Duty(
      String node,
      Supplier<Desk> desk,
      Guard guard,
      Moments moments,
      BiPredicate<String, Token> follows,
      BiConsumer<String, Letter> send) {
    this.node = node;
    this.desk = desk;
    this.guard = guard;
    this.moments = moments;
    this.follows = follows;
    this.send = send;
  }

  /** By which this process numbers what it asks. */
  Moments moments() {
    return moments;
  }

  /**
   * A member's letter.
   *
   * @return whether it was one to this end, and nobody else is to read it
   */
  boolean read(String from, Letter letter) {
    if (letter instanceof Letter.Counted counted) {
      if (isLatest(counted)) {
        take(from, counted);
      }
      return true;
    }
    if (letter instanceof Letter.Lead && guard.hasPromised()) {
      // Before the report, with which the leader forgets what an earlier process promised.
      answer(from, 0);
    }
    return false;
  }

  /** Letters come over several connections: an old one must not free the node of its promise. */
  private boolean isLatest(Letter.Counted letter) {
    Token token = letter.token();
    if (!token.isSameTenure(desk.get().newest()) && !desk.get().obeys(token)) {
      return false;
    }
    if (token.isSameTenure(counting) && letter.number() <= latest) {
      return false;
    }
    counting = token;
    latest = letter.number();
    return true;
  }

  private void take(String from, Letter.Counted letter) {
    if (!letter.demanded()) {
      guard.release();
    }
    if (letter.answers() != 0) {
      guard.counted(letter.answers());
      if (letter.demanded()) {
        // Only now: a node that has just come up may not be counted on for a while yet.
        guard.promise();
      }
    }
    answer(from, follows.test(from, letter.token()) ? letter.number() : 0);
  }

  private void answer(String leader, long number) {
    send.accept(
        leader,
        new Letter.Here(
            node, desk.get().boot(), moments.now(), number, guard.withinMs(), guard.hasPromised()));
  }
}
