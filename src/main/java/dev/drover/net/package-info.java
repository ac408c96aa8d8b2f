/**
 * Carries messages between nodes that have proved who they are: the only package that knows Netty.
 *
 * <p>Both sides of a connection show a certificate of the cluster's authority over TLS 1.3. What is
 * in a message is not known here. Everything is bounded: time, size, number and what waits.
 */
@NullMarked
package dev.drover.net;

import org.jspecify.annotations.NullMarked;
