/**
 * What a scenario file says: a cluster, what happens to it, and what must come of that. Records
 * without behaviour.
 */
@NullMarked
package dev.drover.scenario;

import org.jspecify.annotations.NullMarked;
