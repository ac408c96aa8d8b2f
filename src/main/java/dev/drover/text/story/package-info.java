/** What came of a scenario, for people and for programs. */
@NullMarked
package dev.drover.text.story;

import org.jspecify.annotations.NullMarked;
