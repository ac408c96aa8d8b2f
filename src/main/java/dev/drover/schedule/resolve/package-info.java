/**
 * Turns what operators wrote into flat facts: values that apply now, and constraints as pairs of
 * resources.
 */
@NullMarked
package dev.drover.schedule.resolve;

import org.jspecify.annotations.NullMarked;
