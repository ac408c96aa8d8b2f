/**
 * What people read and write: readers and writers of cluster states and scenarios, and the reports.
 */
@NullMarked
package dev.drover.text;

import org.jspecify.annotations.NullMarked;
