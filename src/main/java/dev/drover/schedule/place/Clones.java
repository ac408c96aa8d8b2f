package dev.drover.schedule.place;

import dev.drover.model.fact.CloneShape;
import org.jspecify.annotations.Nullable;

/** Places clones: what they follow first, then their instances, then roles. */
final class Clones {
  private final Round round;
  private final Instances instances;
  private final Promotion promotion;

  Clones(Round round, Instances instances, Promotion promotion) {
    this.round = round;
    this.instances = instances;
    this.promotion = promotion;
  }

  void place(Piece clone, @Nullable Seat preferred, boolean last) {
    CloneShape shape = clone.item.shape();
    if (!clone.unassigned || clone.placing || shape == null) {
      return;
    }
    clone.placing = true;
    if (shape.promotable()) {
      promotion.addScores(clone);
    }
    for (Tie tie : TieBook.thisWith(clone)) {
      round.place(tie.primary(), preferred, last);
    }
    for (Tie tie : TieBook.withThis(clone)) {
      round.wishes.heedDependent(tie, clone);
    }
    round.log.show(ScoreLog.CLONE, clone);
    clone.members = StableMerge.sort(clone.members, instances.order());
    instances.place(clone, clone.members, shape.max(), shape.nodeMax());
    if (shape.promotable()) {
      promotion.giveRoles(clone, shape);
    }
    clone.unassigned = false;
    clone.placing = false;
  }
}
