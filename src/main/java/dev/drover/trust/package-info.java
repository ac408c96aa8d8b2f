/**
 * Makes a cluster's certificate authority and its certificates: the only package that knows Bouncy
 * Castle.
 *
 * <p>What is made is plain PEM, so whoever uses it needs only the JDK.
 */
@NullMarked
package dev.drover.trust;

import org.jspecify.annotations.NullMarked;
