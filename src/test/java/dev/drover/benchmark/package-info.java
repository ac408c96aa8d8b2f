/**
 * How long deciding takes, beside Pacemaker's scheduler on the same inputs: {@code
 * src/test/benchmark/run}.
 */
@NullMarked
package dev.drover.benchmark;

import org.jspecify.annotations.NullMarked;
