/** Tests of replication, with members in one process that talk over real sockets. */
@NullMarked
package dev.drover.raft;

import org.jspecify.annotations.NullMarked;
