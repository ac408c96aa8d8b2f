package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * That the recurring operations of a primitive are looked after where it is to be.
 *
 * @param baseName the name that its operations are configured under
 * @param role the role that it is to have on the node
 */
public record RunsOperations(String resource, String baseName, String node, Role role) {}
