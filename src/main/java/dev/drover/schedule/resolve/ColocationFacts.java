package dev.drover.schedule.resolve;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.fact.Colocation;
import dev.drover.model.fact.ColocationPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Colocation constraints as pairs of resources. */
public final class ColocationFacts {
  private final Names names;
  private final List<ColocationPair> pairs = new ArrayList<>();

  private ColocationFacts(Names names) {
    this.names = names;
  }

  /**
   * Expands all colocation constraints of a configuration, in their order. Those with a score of 0
   * do nothing.
   */
  public static List<ColocationPair> of(Configuration configuration, Names names) {
    ColocationFacts facts = new ColocationFacts(names);
    configuration.colocations().forEach(facts::add);
    return facts.pairs;
  }

  private void add(ColocationConstraint colocation) {
    if (!colocation.sets().isEmpty()) {
      addSets(colocation);
    } else if (colocation.dependent() != null && colocation.primary() != null) {
      addTwo(colocation, colocation.dependent(), colocation.primary());
    }
  }

  private void addTwo(ColocationConstraint colocation, String dependent, String primary) {
    boolean several = names.members(dependent).isPresent() || names.members(primary).isPresent();
    Optional<List<String>> dependents = names.all(List.of(dependent));
    Optional<List<String>> primaries = names.all(List.of(primary));
    if (dependents.isEmpty() || primaries.isEmpty()) {
      return;
    }
    if (names.members(dependent).isPresent() && names.members(primary).isPresent()) {
      // Two templates or tags together would not say which of their resources belong together.
      return;
    }
    for (String one : dependents.get()) {
      for (String other : primaries.get()) {
        add(
            new Maker(
                colocation.id(),
                several ? null : colocation.nodeAttribute(),
                colocation.influence()),
            colocation.score(),
            one,
            colocation.dependentRole(),
            other,
            colocation.primaryRole());
      }
    }
  }

  private void addSets(ColocationConstraint colocation) {
    ResourceSet previous = null;
    List<String> previousResources = List.of();
    for (ResourceSet set : colocation.sets()) {
      Optional<List<String>> resources = names.all(set.resources());
      if (resources.isEmpty()) {
        return;
      }
      addWithin(colocation, set, resources.get());
      if (previous != null) {
        List<String> all = resources.get();
        List<String> dependents = previousResources.subList(0, facing(previous, previousResources));
        List<String> primaries = all.subList(all.size() - facing(set, all), all.size());
        Maker maker = new Maker(colocation.id(), null, colocation.influence());
        for (String dependent : dependents) {
          for (String primary : primaries) {
            add(maker, colocation.score(), dependent, previous.role(), primary, set.role());
          }
        }
      }
      previous = set;
      previousResources = resources.get();
    }
  }

  /**
   * How many members of a set its neighbours are colocated with: a sequential one carries its
   * others along.
   */
  private static int facing(ResourceSet set, List<String> resources) {
    return set.sequential() ? Math.min(1, resources.size()) : resources.size();
  }

  private void addWithin(ColocationConstraint colocation, ResourceSet set, List<String> resources) {
    if (!set.sequential()) {
      return;
    }
    Maker maker = new Maker(set.id(), null, colocation.influence());
    Score score = set.score() == null ? colocation.score() : set.score();
    boolean withPrevious = set.ordering() == null || set.ordering().equalsIgnoreCase("group");
    for (int i = 1; i < resources.size(); i++) {
      if (score.isPositive()) {
        String dependent = resources.get(withPrevious ? i : i - 1);
        String primary = resources.get(withPrevious ? i - 1 : i);
        add(maker, score, dependent, set.role(), primary, set.role());
      } else {
        // Only apart from every earlier one is each apart from all others.
        for (String earlier : resources.subList(0, resources.indexOf(resources.get(i)))) {
          add(maker, score, resources.get(i), set.role(), earlier, set.role());
        }
      }
    }
  }

  /** What the pairs of one constraint or set have in common. */
  private record Maker(String id, @Nullable String nodeAttribute, @Nullable Boolean influence) {}

  private void add(
      Maker maker,
      Score score,
      String dependent,
      @Nullable Role dependentRole,
      String primary,
      @Nullable Role primaryRole) {
    if (!score.equals(Score.ZERO)) {
      pairs.add(
          new ColocationPair(
              maker.id(),
              dependent,
              Roles.selected(dependentRole),
              primary,
              Roles.selected(primaryRole),
              maker.nodeAttribute() == null ? Colocation.NODE : maker.nodeAttribute(),
              score,
              maker.influence()));
    }
  }
}
