/**
 * Placement: adds up the scores that rules gave, in priority order, and picks a node for every
 * resource.
 */
@NullMarked
package dev.drover.schedule.place;

import org.jspecify.annotations.NullMarked;
