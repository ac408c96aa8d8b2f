/**
 * Order: turns relations between resources into edges between actions and carries "needed" and
 * "cannot" along.
 */
@NullMarked
package dev.drover.schedule.order;

import org.jspecify.annotations.NullMarked;
