package dev.drover.model.fact;

import dev.drover.model.Role;

/** The role that operators want a resource to have, and no higher one. */
public record TargetRole(String resource, Role role) {}
