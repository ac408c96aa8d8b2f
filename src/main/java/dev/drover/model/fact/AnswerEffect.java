package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * What every result with an answer says about the role of the resource there, unless an {@link
 * Effect} says it of the very result.
 *
 * @param role the role
 * @param clears which earlier failures it shows to be over
 */
public record AnswerEffect(Answer answer, Role role, Effect.Clears clears) {}
