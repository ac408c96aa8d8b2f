package dev.drover.live;

import java.util.Comparator;

/**
 * By what right something is ordered. Whoever carries orders out refuses a token that is older than
 * the newest one that it has seen: its sender no longer leads.
 *
 * @param epoch how often the cluster's replication was begun anew; a term may repeat in another
 *     epoch
 * @param term of the leader, as the replication numbers them
 * @param decision the leader's decisions in its term, from 0
 */
public record Token(long epoch, long term, long decision) implements Comparable<Token> {
  /** Older than any that a leader has. */
  public static final Token NONE = new Token(-1, -1, -1);

  private static final Comparator<Token> ORDER =
      Comparator.comparingLong(Token::epoch)
          .thenComparingLong(Token::term)
          .thenComparingLong(Token::decision);

  /** The leader's next decision. */
  public Token next() {
    return new Token(epoch, term, decision + 1);
  }

  /** True where both belong to the same leader's same time in office. */
  public boolean isSameTenure(Token other) {
    return epoch == other.epoch && term == other.term;
  }

  @Override
  public int compareTo(Token other) {
    return ORDER.compare(this, other);
  }
}
