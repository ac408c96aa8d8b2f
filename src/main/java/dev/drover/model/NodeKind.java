package dev.drover.model;

/** What sort of node this is. */
public enum NodeKind {
  /** A full member of the cluster. */
  MEMBER,
  /** Runs resources over a connection resource, without being a member. */
  REMOTE,
  /** A remote node inside a virtual machine or container that is itself a resource. */
  GUEST
}
