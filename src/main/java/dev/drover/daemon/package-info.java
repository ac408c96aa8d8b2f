/**
 * Keeps a real cluster running: ties connections, replication, decisions and agents together.
 *
 * <p>Whatever a node knows is changed on one thread, its {@link dev.drover.daemon.Loop}; other
 * threads only bring news to it.
 */
@NullMarked
package dev.drover.daemon;

import org.jspecify.annotations.NullMarked;
