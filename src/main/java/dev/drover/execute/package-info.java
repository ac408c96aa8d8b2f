/**
 * One pure step of carrying out a plan: which actions may begin, and what their results make of the
 * cluster state. Knows no clock, no thread and no agent; whoever drives it, a simulator or a
 * daemon, brings those.
 */
@NullMarked
package dev.drover.execute;

import org.jspecify.annotations.NullMarked;
