package dev.drover.daemon;

import dev.drover.net.Admission;
import dev.drover.net.Reason;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a member or a witness: those that its site file lists, and operators. Whoever has a
 * node's certificate and is not listed was taken off the list. Of two members one calls the other,
 * so that a link is not made twice; who comes with the other one's certificate, or with this node's
 * own, is not that node's daemon.
 */
record Callers(Site site) implements Admission {
  @Override
  public @Nullable Reason refuse(Peer peer) {
    if (!peer.cluster().equals(site.cluster())) {
      return Reason.OTHER_CLUSTER;
    }
    boolean isExpected =
        switch (peer.role()) {
          case MEMBER, WITNESS -> site.isVoter(peer) && peer.node().compareTo(site.node()) < 0;
          case AGENT -> takesOrders() && site.agents().contains(peer.node());
          case OPERATOR -> takesOrders() && !isNode(peer.node());
        };
    return isExpected ? null : Reason.NOT_ADMITTED;
  }

  /** Whether this node calls that one; else it is called by it, where it is not itself. */
  boolean doesCall(Site.Member other) {
    return site.node().compareTo(other.name()) < 0;
  }

  /** A witness only votes. */
  private boolean takesOrders() {
    return site.role() == Role.MEMBER;
  }

  private boolean isNode(String name) {
    return site.member(name).isPresent() || site.agents().contains(name);
  }
}
