/** What tests wait with. */
@NullMarked
package dev.drover.waiting;

import org.jspecify.annotations.NullMarked;
