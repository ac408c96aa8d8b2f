/**
 * What is given for a decision, as facts: the cluster, its resources with their instances, and what
 * happened to them.
 */
@NullMarked
package dev.drover.schedule.given;

import org.jspecify.annotations.NullMarked;
