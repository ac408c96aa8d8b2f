/** Connections on loopback, with friends and with others. */
@NullMarked
package dev.drover.net;

import org.jspecify.annotations.NullMarked;
