package dev.drover.daemon;

import dev.drover.live.Entry;
import dev.drover.live.Ledger;
import dev.drover.live.Saved;
import dev.drover.model.ClusterState;
import dev.drover.raft.Applier;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** This member's copy of the ledger: the replication writes it, everybody reads it. */
final class Books implements Applier {
  /** All that is known after an entry. */
  record Page(Saved saved, ClusterState state) {}

  private final Ledger ledger;
  private final Consumer<Entry> applied;
  private volatile Page page;

  /**
   * Empty books.
   *
   * @param applied told of each entry when it has been applied, on a thread of the replication
   */
  Books(Ledger.Reader reader, Consumer<Entry> applied) {
    this.ledger = new Ledger(reader);
    this.applied = applied;
    this.page = new Page(ledger.saved(), ledger.state());
  }

  /** The latest page. */
  Page page() {
    return page;
  }

  @Override
  public byte[] apply(long index, byte[] bytes) {
    Entry entry;
    try {
      entry = Wire.entry(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the log holds at " + index + " what is no entry", e);
    }
    byte[] reply = Wire.bytes(ledger.apply(index, entry));
    page = new Page(ledger.saved(), ledger.state());
    applied.accept(entry);
    return reply;
  }

  @Override
  public byte[] snapshot() {
    return Wire.bytes(page.saved);
  }

  @Override
  public void restore(byte[] snapshot) {
    try {
      ledger.restore(Wire.saved(snapshot));
    } catch (IOException e) {
      throw new UncheckedIOException("a snapshot cannot be read", e);
    }
    page = new Page(ledger.saved(), ledger.state());
  }
}
