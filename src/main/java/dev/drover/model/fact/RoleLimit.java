package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * That a resource may not have a role above this one.
 *
 * @param reason the words of the explanation
 */
public record RoleLimit(String resource, Role role, String reason) {}
