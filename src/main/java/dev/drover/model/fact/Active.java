package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * That a primitive runs on a node.
 *
 * @param order which of several such nodes was found first, from 0
 */
public record Active(String resource, String node, Role role, int order) {}
