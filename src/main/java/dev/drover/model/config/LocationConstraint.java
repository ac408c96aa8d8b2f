package dev.drover.model.config;

import dev.drover.model.Role;
import dev.drover.model.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource may or should run.
 *
 * <p>Exactly one of {@code resource}, {@code pattern} and {@code sets} says for what; either {@code
 * node} with {@code score}, or {@code rules}, say where.
 *
 * @param pattern a regular expression (POSIX extended) over resource names; a leading {@code !}
 *     turns it round
 * @param role the role it speaks of; null for any
 * @param discovery {@code always}, {@code never} or {@code exclusive}; null for always
 */
public record LocationConstraint(
    String id,
    @Nullable String resource,
    @Nullable String pattern,
    List<ResourceSet> sets,
    @Nullable Role role,
    @Nullable String node,
    @Nullable Score score,
    List<LocationRule> rules,
    @Nullable String discovery) {}
