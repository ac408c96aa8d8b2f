package dev.drover.rules;

import dev.drover.plan.Because;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.drools.base.InitialFact;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieSession;

/**
 * Reads what Drools keeps about every derived fact: an internal of Drools, so only this class knows
 * of it.
 */
final class Justifications {
  /**
   * A derived fact's number says when it was derived; the equality keys themselves come in no
   * particular order.
   */
  private record Numbered(long number, Because because) {}

  private Justifications() {}

  /**
   * One entry for each derived fact and each match that supports it, by the order of derivation.
   */
  static List<Because> of(KieSession session) {
    List<Numbered> found = new ArrayList<>();
    var facts =
        TruthMaintenanceSystemFactory.get()
            .getOrCreateTruthMaintenanceSystem((ReteEvaluator) session);
    for (EqualityKey key : facts.getEqualityKeys()) {
      InternalFactHandle handle = key.getLogicalFactHandle();
      BeliefSet<?> support = ((TruthMaintenanceSystemEqualityKey) key).getBeliefSet();
      if (handle == null || support == null) {
        continue;
      }
      String fact = String.valueOf(handle.getObject());
      for (SimpleMode mode = (SimpleMode) support.getFirst(); mode != null; mode = mode.getNext()) {
        found.add(new Numbered(handle.getId(), because(fact, mode.getObject().getJustifier())));
      }
    }
    found.sort(Comparator.comparingLong(Numbered::number));
    return found.stream().map(Numbered::because).toList();
  }

  private static Because because(String fact, TruthMaintenanceSystemInternalMatch<?> match) {
    List<String> from =
        match.getObjects().stream()
            .filter(read -> !(read instanceof InitialFact))
            .map(Justifications::words)
            .toList();
    return new Because(fact, match.getRule().getName(), from);
  }

  /** What was gathered into a list came in the order of insertion, which says nothing. */
  private static String words(Object read) {
    return read instanceof Collection<?> gathered
        ? gathered.stream().map(String::valueOf).sorted().toList().toString()
        : String.valueOf(read);
  }
}
