/**
 * The programs by which resource agents set and read attributes, and the folder where they leave
 * their requests.
 */
@NullMarked
package dev.drover.agent.tools;

import org.jspecify.annotations.NullMarked;
