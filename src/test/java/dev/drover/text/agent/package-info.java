/** What agents and people wrote, read well and refused well. */
@NullMarked
package dev.drover.text.agent;

import org.jspecify.annotations.NullMarked;
