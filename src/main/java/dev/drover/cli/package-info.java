/** The command line: one class for each verb. */
@NullMarked
package dev.drover.cli;

import org.jspecify.annotations.NullMarked;
