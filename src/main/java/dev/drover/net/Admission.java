package dev.drover.net;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which peers, all of them proved, may connect. */
@FunctionalInterface
public interface Admission {
  /** Why the peer is refused; null where it is admitted. */
  @Nullable Reason refuse(Peer peer);

  /** Admits one cluster's nodes in those roles. */
  static Admission of(String cluster, Set<Role> roles) {
    Set<Role> admitted = Set.copyOf(roles);
    return peer -> {
      if (!peer.cluster().equals(cluster)) {
        return Reason.OTHER_CLUSTER;
      }
      return admitted.contains(peer.role()) ? null : Reason.NOT_ADMITTED;
    };
  }

  /** Admits one peer only. */
  static Admission only(Peer expected) {
    return peer -> peer.equals(expected) ? null : Reason.NOT_WHO_WAS_DIALLED;
  }
}
