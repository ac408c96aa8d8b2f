/**
 * From what the rules want to single steps: role changes, recurring operations, probes, fencing.
 */
@NullMarked
package dev.drover.schedule.act;

import org.jspecify.annotations.NullMarked;
