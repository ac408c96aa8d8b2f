/**
 * Digests: tells whether the parameters that an operation ran with are still the configured ones.
 */
@NullMarked
package dev.drover.schedule.digest;

import org.jspecify.annotations.NullMarked;
