package dev.drover.net;

/** Why a connection was not made or has ended. */
public enum Reason {
  /** Something other than TLS was spoken. */
  PLAIN_TEXT,
  /** The other side showed no certificate. */
  NO_CERTIFICATE,
  /** The certificate is not the authority's, has ended, or is for another address. */
  UNTRUSTED,
  /** TLS failed in another way; also where the other side did not trust us. */
  TLS,
  /** The handshake, or the admission after it, took too long. */
  HANDSHAKE_TOO_SLOW,
  /** The certificate holds no identity, or more than one. */
  NO_IDENTITY,
  /** The identity is one of another cluster. */
  OTHER_CLUSTER,
  /** The role, or the node, may not connect here. */
  NOT_ADMITTED,
  /** Somebody else than the dialled node answered. */
  NOT_WHO_WAS_DIALLED,
  /** A node's connection began with something else than a heartbeat: no daemon spoke there. */
  NO_BEAT,
  /** There are as many connections as may be, in all or of that peer. */
  TOO_MANY,
  /** A frame is longer than allowed, or too short to be one. */
  BAD_LENGTH,
  /** A frame has another version of the protocol. */
  OTHER_VERSION,
  /** A frame was replayed or left out. */
  OUT_OF_SEQUENCE,
  /** The connection ended within a frame. */
  TRUNCATED,
  /** No whole frame came for too long. */
  SILENT,
  /** Nobody answered at the address. */
  UNREACHABLE,
  /** The other side ended it. */
  CLOSED_THERE,
  /** This side ended it. */
  CLOSED_HERE,
  /** Reading, writing, or whoever was told, failed. */
  FAILED
}
