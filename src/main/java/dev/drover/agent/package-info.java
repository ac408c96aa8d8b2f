/**
 * Gets things done on one machine: the only package that starts processes or speaks to systemd.
 *
 * <p>Nothing here decides what is to be done.
 */
@NullMarked
package dev.drover.agent;

import org.jspecify.annotations.NullMarked;
