/**
 * The Cluster Information Base: reads and writes the XML in which Pacemaker keeps configuration and
 * status.
 */
@NullMarked
package dev.drover.text.cib;

import org.jspecify.annotations.NullMarked;
