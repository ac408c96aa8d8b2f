/**
 * Units of systemd, over D-Bus: the only package that knows D-Bus.
 *
 * <p>The manager's methods and signals are those of {@code org.freedesktop.systemd1(5)}.
 */
@NullMarked
package dev.drover.agent.systemd;

import org.jspecify.annotations.NullMarked;
