/**
 * The live cluster as pure state: what is replicated, and how the one who coordinates takes up
 * events, decides, and hands out work. Nothing here waits, sends or stores.
 */
@NullMarked
package dev.drover.live;

import org.jspecify.annotations.NullMarked;
