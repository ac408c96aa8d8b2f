package dev.drover.text.report;

import dev.drover.plan.ResourceView;

/**
 * What a resource takes from the collectives around it.
 *
 * @param promotable inside something whose instances can be promoted
 * @param unique inside a clone whose instances differ
 */
record Family(boolean promotable, boolean unique) {
  static final Family NONE = new Family(false, false);

  /** What the members of a collective take from it. */
  Family below(ResourceView collective) {
    return new Family(promotable || collective.promotable(), unique || collective.unique());
  }
}
