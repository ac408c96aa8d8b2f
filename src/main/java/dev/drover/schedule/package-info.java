/** From a cluster state to a decision: the stages, and the mechanism between them. */
@NullMarked
package dev.drover.schedule;

import org.jspecify.annotations.NullMarked;
