package dev.drover.agent.fence;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Does one thing after the other. */
final class Sequence {
  private Sequence() {}

  /** Until one succeeds; false where none does. */
  static <T> CompletableFuture<Boolean> first(
      List<T> all, Function<T, CompletableFuture<Boolean>> step) {
    return until(true, all.iterator(), step);
  }

  /** Until one fails; true where none does. */
  static <T> CompletableFuture<Boolean> every(
      List<T> all, Function<T, CompletableFuture<Boolean>> step) {
    return until(false, all.iterator(), step);
  }

  private static <T> CompletableFuture<Boolean> until(
      boolean end, Iterator<T> rest, Function<T, CompletableFuture<Boolean>> step) {
    if (!rest.hasNext()) {
      return CompletableFuture.completedFuture(!end);
    }
    return step.apply(rest.next())
        .thenCompose(
            ok -> ok == end ? CompletableFuture.completedFuture(end) : until(end, rest, step));
  }
}
