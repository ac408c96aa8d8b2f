/** The facts that rules read and make: what is given, and one family of records for each stage. */
@NullMarked
package dev.drover.model.fact;

import org.jspecify.annotations.NullMarked;
