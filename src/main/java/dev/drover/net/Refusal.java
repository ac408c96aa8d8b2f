package dev.drover.net;

import dev.drover.peer.Peer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection, or of the attempt to make one.
 *
 * @param remote the other side's address and port, for people
 * @param peer who it was; null where that was not proved
 * @param detail more for people; may hold what the other side said
 */
public record Refusal(Reason reason, String remote, @Nullable Peer peer, String detail) {}
