/** Who takes part in a cluster, as a certificate names it and a connection knows it. */
@NullMarked
package dev.drover.peer;

import org.jspecify.annotations.NullMarked;
