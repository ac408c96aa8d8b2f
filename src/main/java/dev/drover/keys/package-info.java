/** A node's own certificate and key, which may be replaced by newer ones while it runs. */
@NullMarked
package dev.drover.keys;

import org.jspecify.annotations.NullMarked;
