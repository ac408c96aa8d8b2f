package dev.drover.raft;

/**
 * An entry that counts, and what came of it.
 *
 * @param index its place in the log
 * @param reply what the {@link Applier} answered
 */
public record Applied(long index, byte[] reply) {}
