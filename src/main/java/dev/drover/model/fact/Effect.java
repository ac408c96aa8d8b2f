package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * What a recorded result says about the role of the resource there.
 *
 * @param role the role
 * @param atLeast whether a higher role that is already known stands
 * @param clears which earlier failures it shows to be over
 */
public record Effect(Happened happened, Role role, boolean atLeast, Clears clears) {
  /**
   * Which earlier failures a result shows to be over; never those with a lasting {@link OnFail}.
   */
  public enum Clears {
    NOTHING,
    DEMOTION,
    ALL
  }
}
