/** Reads what agents say of themselves, and what is configured for them as text. */
@NullMarked
package dev.drover.text.agent;

import org.jspecify.annotations.NullMarked;
