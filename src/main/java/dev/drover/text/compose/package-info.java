/** What Compose prints. */
@NullMarked
package dev.drover.text.compose;

import org.jspecify.annotations.NullMarked;
