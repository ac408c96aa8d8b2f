/** What members of a cluster send each other and store, as JSON. */
@NullMarked
package dev.drover.text.wire;

import org.jspecify.annotations.NullMarked;
