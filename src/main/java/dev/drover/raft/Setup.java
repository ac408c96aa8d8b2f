package dev.drover.raft;

/**
 * What a member brings along.
 *
 * @param self this member
 * @param keys its certificate, of the role {@code member} or {@code witness}
 * @param settings how it replicates
 * @param applier what entries do
 * @param watcher who is told who leads
 */
public record Setup(Member self, Keys keys, Settings settings, Applier applier, Watcher watcher) {}
