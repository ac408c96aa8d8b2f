package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.Colocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places bundles: the containers as if they were instances, then what goes with each, then what
 * runs inside.
 */
final class Bundles {
  private final Round round;
  private final Instances instances;

  Bundles(Round round, Instances instances) {
    this.round = round;
    this.instances = instances;
  }

  void place(Piece bundle, @Nullable Seat preferred, boolean last) {
    if (bundle.placing) {
      return;
    }
    bundle.placing = true;
    round.log.show(ScoreLog.BUNDLE, bundle);
    List<Piece> containers =
        StableMerge.sort(bundle.crates.stream().map(Crate::container).toList(), instances.order());
    instances.place(bundle, containers, bundle.crates.size(), bundle.perNode());
    for (Crate crate : bundle.crates) {
      if (crate.address() != null) {
        round.place(crate.address(), preferred, last);
      }
      if (crate.connection() != null) {
        followHost(crate.container().seat, crate.connection());
        round.place(crate.connection(), preferred, last);
      }
      placeInside(crate, last);
    }
    for (Piece bundled : bundle.members) {
      if (bundled.is(Kind.CLONE)) {
        openOwnNodes(bundle, bundled);
        round.place(bundled, preferred, last);
      }
    }
    bundle.placing = false;
    bundle.unassigned = false;
  }

  /**
   * Where a container is on a remote node, that can be reached only from where its own connection
   * is.
   */
  private static void followHost(@Nullable Seat host, Piece connection) {
    if (host != null && host.connection != null) {
      TieBook.enter(
          new Tie(
              "#replica-remote-with-host-remote",
              connection,
              Role.UNKNOWN,
              host.connection,
              Role.UNKNOWN,
              Colocation.NODE,
              Table.INFINITY,
              true,
              false));
    }
  }

  /** An instance inside a container can run there and nowhere else; a ban after failures stands. */
  private void placeInside(Crate crate, boolean last) {
    Piece instance = crate.instance();
    if (instance == null || instance.parent == null) {
      return;
    }
    for (Seat seat : round.room.seats) {
      int here = instance.scores[seat.index];
      if (here != Table.ABSENT) {
        instance.scores[seat.index] =
            seat == crate.node() && here >= 0 ? Table.INFINITY : Table.NEVER;
      }
    }
    instance.parent.placing = true;
    round.place(instance, crate.node(), last);
    instance.parent.placing = false;
  }

  private void openOwnNodes(Piece bundle, Piece bundled) {
    for (Seat seat : round.room.seats) {
      if (bundled.scores[seat.index] != Table.ABSENT) {
        boolean own = bundle.crates.stream().anyMatch(crate -> crate.node() == seat);
        bundled.scores[seat.index] = own ? 0 : Table.NEVER;
      }
    }
  }
}
