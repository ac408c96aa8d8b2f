/**
 * How things stand: folds histories into roles and finds the instance that each history belongs to.
 */
@NullMarked
package dev.drover.schedule.assess;

import org.jspecify.annotations.NullMarked;
