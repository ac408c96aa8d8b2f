/**
 * What people and programs read of a decision: status, changes, execution, graphs, scores, JSON.
 */
@NullMarked
package dev.drover.text.report;

import org.jspecify.annotations.NullMarked;
