/**
 * Notices that a process of a resource is gone; what that means, a monitor finds out.
 *
 * <p>No process is asked or touched, and none has a thread here.
 */
@NullMarked
package dev.drover.agent.watch;

import org.jspecify.annotations.NullMarked;
