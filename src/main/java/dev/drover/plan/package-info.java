/**
 * What a decision is: how the cluster stands, the actions to take, their order, and the reasons.
 */
@NullMarked
package dev.drover.plan;

import org.jspecify.annotations.NullMarked;
