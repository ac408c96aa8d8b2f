package dev.drover.model.config;

import dev.drover.model.Role;
import dev.drover.model.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources that a constraint names together.
 *
 * @param id the operator's name for the set
 * @param resources the members' names, as written: resources, templates or tags
 * @param sequential whether the members depend on each other in the order given
 * @param requireAll whether what follows the set needs all of it, or any one member
 * @param action for orders: which action; null for start
 * @param role for colocations, locations and tickets: in which role; null for any
 * @param score for colocations and locations: a score of its own; null for the constraint's
 * @param ordering {@code group} or {@code listed}: how a sequential colocation set reads; null for
 *     {@code group}
 * @param kind for orders: a kind of its own; null for the constraint's
 * @param endsOnly for orders: whether neighbouring sets are ordered relative to the ends of this
 *     one only; else relative to every member, which for a sequential set comes to the same
 */
public record ResourceSet(
    String id,
    List<String> resources,
    boolean sequential,
    boolean requireAll,
    @Nullable String action,
    @Nullable Role role,
    @Nullable Score score,
    @Nullable String ordering,
    @Nullable String kind,
    boolean endsOnly) {
  /** A set every member of which is ordered relative to neighbouring sets. */
  public ResourceSet(
      String id,
      List<String> resources,
      boolean sequential,
      boolean requireAll,
      @Nullable String action,
      @Nullable Role role,
      @Nullable Score score,
      @Nullable String ordering,
      @Nullable String kind) {
    this(id, resources, sequential, requireAll, action, role, score, ordering, kind, false);
  }
}
