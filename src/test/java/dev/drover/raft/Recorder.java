package dev.drover.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A watcher that remembers what it was told. */
final class Recorder implements Watcher {
  private final Change change;
  private final List<String> told = new ArrayList<>();
  private final List<Tenure> tenures = new ArrayList<>();
  private @Nullable Tenure tenure;
  private @Nullable String failure;

  Recorder(Change change) {
    this.change = change;
  }

  @Override
  public void leads(Tenure now) {
    synchronized (this) {
      tenure = now;
      tenures.add(now);
      told.add("leads " + now.epoch());
    }
    change.happened();
  }

  @Override
  public void follows(@Nullable String leader) {
    synchronized (this) {
      tenure = null;
      told.add("follows " + leader);
    }
    change.happened();
  }

  @Override
  public void failed(String reason) {
    synchronized (this) {
      failure = reason;
    }
    change.happened();
  }

  synchronized Optional<Tenure> tenure() {
    return Optional.ofNullable(tenure);
  }

  synchronized List<Tenure> tenures() {
    return List.copyOf(tenures);
  }

  synchronized String last() {
    return told.isEmpty() ? "" : told.get(told.size() - 1);
  }

  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
