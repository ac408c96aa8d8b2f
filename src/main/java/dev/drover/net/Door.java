package dev.drover.net;

import dev.drover.peer.Peer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is inside; for any thread. Those who have not proved yet who they are take no place of
 * those who have. Where too many of them are there, the oldest one of the address that has most
 * goes for the next that comes: a proof takes milliseconds, and whoever sends none waits for long.
 */
final class Door {
  /** Somebody who came, and has not proved yet who it is. */
  static final class Guest {
    private final String address;
    private final Runnable turnOut;

    /** Who it is; null until that is proved. */
    private @Nullable Peer peer;

    /**
     * Nobody has let it in yet.
     *
     * @param address of the machine that it comes from
     * @param turnOut ends its connection
     */
    Guest(String address, Runnable turnOut) {
      this.address = address;
      this.turnOut = turnOut;
    }
  }

  private final Limits limits;
  private final Map<Peer, Integer> ofPeer = new HashMap<>();

  /** The oldest first. */
  private final Set<Guest> unproved = new LinkedHashSet<>();

  private int proved;

  Door(Limits limits) {
    this.limits = limits;
  }

  /** Whether one more may come; counts it then. */
  boolean enter(Guest guest) {
    Guest mostInTheWay;
    synchronized (this) {
      if (count(guest.address) >= limits.perAddress()) {
        return false;
      }
      mostInTheWay = unproved.size() >= limits.unproved() ? mostInTheWay() : null;
      unproved.remove(mostInTheWay);
      unproved.add(guest);
    }
    if (mostInTheWay != null) {
      mostInTheWay.turnOut.run();
    }
    return true;
  }

  private long count(String address) {
    return unproved.stream().filter(other -> other.address.equals(address)).count();
  }

  private Guest mostInTheWay() {
    Map<String, Integer> counts = new HashMap<>();
    unproved.forEach(guest -> counts.merge(guest.address, 1, Integer::sum));
    Iterator<Guest> all = unproved.iterator();
    Guest found = all.next();
    while (all.hasNext()) {
      Guest next = all.next();
      if (counts.getOrDefault(next.address, 0) > counts.getOrDefault(found.address, 0)) {
        found = next;
      }
    }
    return found;
  }

  /** Whether a guest, who is that peer, may stay; counts it among those then. */
  synchronized boolean prove(Guest guest, Peer peer) {
    int already = ofPeer.getOrDefault(peer, 0);
    if (already >= limits.perPeer() || proved >= limits.connections() || !unproved.remove(guest)) {
      return false;
    }
    guest.peer = peer;
    ofPeer.put(peer, already + 1);
    proved++;
    return true;
  }

  /** Somebody has gone; without effect where it had not come in. */
  synchronized void leave(Guest guest) {
    Peer peer = guest.peer;
    if (peer == null) {
      unproved.remove(guest);
    } else {
      guest.peer = null;
      proved--;
      ofPeer.computeIfPresent(peer, (key, count) -> count == 1 ? null : count - 1);
    }
  }
}
