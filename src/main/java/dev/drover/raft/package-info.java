/**
 * Keeps one log of entries the same on every member: the only package that knows Apache Ratis.
 *
 * <p>What is in an entry is not known here. An entry counts when a majority has it on disk. In a
 * cluster of two that is both, so a survivor goes on alone only after the other's power-off is
 * certain, and then under a new {@link dev.drover.raft.Lineage}.
 */
@NullMarked
package dev.drover.raft;

import org.jspecify.annotations.NullMarked;
