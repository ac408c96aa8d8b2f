package dev.drover.raft;

/**
 * One time of leading, and the fencing token of what is done in it: a term alone can repeat after a
 * reset.
 *
 * @param epoch of the {@link Lineage}; 1 or more
 * @param term of the leader's election; 1 or more
 */
public record Tenure(long epoch, long term) implements Comparable<Tenure> {
  @Override
  public int compareTo(Tenure other) {
    int epochs = Long.compare(epoch, other.epoch);
    return epochs != 0 ? epochs : Long.compare(term, other.term);
  }
}
