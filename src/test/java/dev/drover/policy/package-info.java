/**
 * The rules themselves under test: each alone, all of them in stories, and how they are written.
 */
@NullMarked
package dev.drover.policy;

import org.jspecify.annotations.NullMarked;
