package dev.drover.net;

import dev.drover.peer.Peer;
import java.util.HashMap;
import java.util.Map;

/** Counts who is inside; for any thread. */
final class Door {
  private final int most;
  private final int mostOfPeer;
  private final Map<Peer, Integer> ofPeer = new HashMap<>();
  private int inside;

  Door(int most, int mostOfPeer) {
    this.most = most;
    this.mostOfPeer = mostOfPeer;
  }

  /** Whether one more may come; counts it then. */
  synchronized boolean enter() {
    if (inside >= most) {
      return false;
    }
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
  }

  /** Whether one more of the peer may come; counts it then. */
  synchronized boolean enter(Peer peer) {
    int already = ofPeer.getOrDefault(peer, 0);
    if (already >= mostOfPeer) {
      return false;
    }
    ofPeer.put(peer, already + 1);
    return true;
  }

  synchronized void leave(Peer peer) {
    ofPeer.computeIfPresent(peer, (key, count) -> count == 1 ? null : count - 1);
  }
}
