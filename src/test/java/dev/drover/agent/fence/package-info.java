/** Tests of fencing, most of them with time and agents that do as they are told. */
@NullMarked
package dev.drover.agent.fence;

import org.jspecify.annotations.NullMarked;
