/**
 * Makes nodes harmless: runs fence agents, knows which device reaches which node, and carries out
 * what was decided. Who is fenced, and why, is decided elsewhere.
 */
@NullMarked
package dev.drover.agent.fence;

import org.jspecify.annotations.NullMarked;
