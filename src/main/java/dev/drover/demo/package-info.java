/**
 * A live cluster on one machine, to be tried out: its nodes are processes of this program, and a
 * power switch kills them for real.
 */
@NullMarked
package dev.drover.demo;

import org.jspecify.annotations.NullMarked;
