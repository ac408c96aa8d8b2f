/** Projects of Compose as resources, by the command line of the container engine. */
@NullMarked
package dev.drover.agent.compose;

import org.jspecify.annotations.NullMarked;
