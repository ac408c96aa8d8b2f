package dev.drover.raft;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import java.util.function.Predicate;

/**
 * What a member brings along.
 *
 * @param self this member
 * @param keys its certificate, of the role {@code member} or {@code witness}; may be renewed
 * @param settings how it replicates
 * @param applier what entries do
 * @param watcher who is told who leads
 * @param listed who may take part; whoever else has a member's certificate was taken off the list
 */
public record Setup(
    Member self,
    KeyRing keys,
    Settings settings,
    Applier applier,
    Watcher watcher,
    Predicate<Peer> listed) {}
