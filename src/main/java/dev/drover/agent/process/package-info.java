/** Runs programs under supervision: bounded in time, in output and in number. */
@NullMarked
package dev.drover.agent.process;

import org.jspecify.annotations.NullMarked;
