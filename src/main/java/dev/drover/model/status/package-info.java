/** What the cluster reported last: node membership, operation history, tickets. */
@NullMarked
package dev.drover.model.status;

import org.jspecify.annotations.NullMarked;
