package dev.drover.schedule.act;

import dev.drover.model.fact.CleanUp;
import dev.drover.model.fact.ForcedStop;
import dev.drover.model.fact.Migrate;
import dev.drover.model.fact.MustStop;
import dev.drover.model.fact.NoLongerRepeat;
import dev.drover.model.fact.Operation;
import dev.drover.model.fact.PromoteAgain;
import dev.drover.model.fact.RecoverBy;
import dev.drover.model.fact.Repeat;
import dev.drover.model.fact.RepeatStopped;
import dev.drover.model.fact.RunsOperations;
import dev.drover.model.fact.StopReplaced;
import dev.drover.model.fact.StopUnexpected;
import dev.drover.rules.RuleSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules want done, by resource.
 *
 * @param mustStop resources that must be stopped, whatever becomes of them next
 * @param stopUnexpected resources that are stopped only where they should not be
 * @param promoteAgain resources that must be promoted anew
 * @param operating resources that are to be active, and so have operations
 * @param repeats recurring operations that run while the resource is active
 * @param stoppedRepeats recurring operations that run where the resource should not be
 * @param noLongerRepeats recurring operations that are cancelled where they run
 * @param recoveries what must be done with failed resources where they failed, as {@code
 *     resource@node} to tasks
 * @param replaced resources that must be stopped because their agent was replaced
 * @param cleanUps histories to delete, in no particular order
 * @param forcedStops stops wherever something may have been left behind
 * @param migrations live migrations by resource
 */
public record Wanted(
    Set<String> mustStop,
    Set<String> stopUnexpected,
    Set<String> promoteAgain,
    Set<String> operating,
    Map<String, List<Repeat>> repeats,
    Map<String, List<RepeatStopped>> stoppedRepeats,
    Map<String, List<NoLongerRepeat>> noLongerRepeats,
    Map<String, String> recoveries,
    List<StopReplaced> replaced,
    List<CleanUp> cleanUps,
    List<ForcedStop> forcedStops,
    Map<String, Migrate> migrations) {
  private static final Comparator<Operation> BY_OPERATION =
      Comparator.comparing(Operation::name)
          .thenComparing(Operation::intervalMs)
          .thenComparing(Operation::id);

  /**
   * Reads it from the conclusions of the rules.
   *
   * @param nodes the ids of all nodes, in the order in which recurring operations are laid out
   */
  public static Wanted of(RuleSession session, Collection<String> nodes) {
    Set<String> mustStop = new HashSet<>();
    session.facts(MustStop.class).forEach(fact -> mustStop.add(fact.resource()));
    Set<String> stopUnexpected = new HashSet<>();
    session.facts(StopUnexpected.class).forEach(fact -> stopUnexpected.add(fact.resource()));
    Set<String> promoteAgain = new HashSet<>();
    session.facts(PromoteAgain.class).forEach(fact -> promoteAgain.add(fact.resource()));
    Set<String> operating = new HashSet<>();
    session.facts(RunsOperations.class).forEach(fact -> operating.add(fact.resource()));
    List<String> order = List.copyOf(nodes);
    Map<String, List<Repeat>> repeats = new HashMap<>();
    for (Repeat fact : session.facts(Repeat.class)) {
      repeats.computeIfAbsent(fact.resource(), r -> new ArrayList<>(1)).add(fact);
    }
    Map<String, List<RepeatStopped>> stopped = new HashMap<>();
    for (RepeatStopped fact : session.facts(RepeatStopped.class)) {
      stopped.computeIfAbsent(fact.resource(), r -> new ArrayList<>(1)).add(fact);
    }
    Map<String, List<NoLongerRepeat>> noLonger = new HashMap<>();
    for (NoLongerRepeat fact : session.facts(NoLongerRepeat.class)) {
      noLonger.computeIfAbsent(fact.resource(), r -> new ArrayList<>(1)).add(fact);
    }
    repeats
        .values()
        .forEach(all -> all.sort(Comparator.comparing(Repeat::operation, BY_OPERATION)));
    noLonger
        .values()
        .forEach(all -> all.sort(Comparator.comparing(NoLongerRepeat::operation, BY_OPERATION)));
    stopped
        .values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparing(RepeatStopped::operation, BY_OPERATION)
                        .thenComparing(fact -> order.indexOf(fact.node()))));
    Map<String, String> recoveries = new HashMap<>();
    for (RecoverBy fact : session.facts(RecoverBy.class)) {
      recoveries.put(fact.resource() + "@" + fact.node(), fact.task());
    }
    List<StopReplaced> replaced = new ArrayList<>(session.facts(StopReplaced.class));
    replaced.sort(Comparator.comparing(StopReplaced::resource).thenComparing(StopReplaced::node));
    List<CleanUp> cleanUps = new ArrayList<>(session.facts(CleanUp.class));
    List<ForcedStop> forced = new ArrayList<>(session.facts(ForcedStop.class));
    forced.sort(Comparator.comparing(ForcedStop::resource).thenComparing(ForcedStop::node));
    Map<String, Migrate> migrations = new HashMap<>();
    session.facts(Migrate.class).forEach(fact -> migrations.put(fact.resource(), fact));
    return new Wanted(
        mustStop,
        stopUnexpected,
        promoteAgain,
        operating,
        repeats,
        stopped,
        noLonger,
        recoveries,
        replaced,
        cleanUps,
        forced,
        migrations);
  }
}
