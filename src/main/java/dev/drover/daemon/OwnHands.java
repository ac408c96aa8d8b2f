package dev.drover.daemon;

import dev.drover.live.FenceJob;
import dev.drover.live.Hands;
import dev.drover.live.Token;

/** Who decides for its own node only: others are neither told nor fenced from here. */
interface OwnHands extends Hands {
  /** A tenure that nobody had before: what was ordered in another is no work of this one. */
  static Token tenureAfter(Token before) {
    return new Token(before.epoch(), before.term() + 1, 0);
  }

  @Override
  default void withdraw(FenceJob job) {
    // Nothing is fenced from here.
  }

  @Override
  default void castOut(String other) {
    // Whoever fenced it tells it.
  }
}
