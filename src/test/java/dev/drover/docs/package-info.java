/** The reference for operators under test: what it says of options is what the code does. */
@NullMarked
package dev.drover.docs;

import org.jspecify.annotations.NullMarked;
