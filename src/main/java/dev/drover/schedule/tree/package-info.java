/**
 * The resources of one decision as a tree, with instances, and what the earlier stages found out
 * about each.
 */
@NullMarked
package dev.drover.schedule.tree;

import org.jspecify.annotations.NullMarked;
