/** Value types that every layer shares: scores, roles, agents. */
@NullMarked
package dev.drover.model;

import org.jspecify.annotations.NullMarked;
