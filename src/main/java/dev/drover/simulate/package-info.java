/**
 * What would happen: a virtual clock, pretended agents and devices, the truth about what runs
 * where, and checkers that look at that truth. Decisions are made by the same scheduler that a live
 * cluster asks.
 */
@NullMarked
package dev.drover.simulate;

import org.jspecify.annotations.NullMarked;
