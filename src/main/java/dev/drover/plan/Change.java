package dev.drover.plan;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/** One line of the answer to "what will happen". */
public sealed interface Change {
  /** Why, in the words of the report; null where no reason was given. */
  @Nullable String reason();

  /** What happens to a node. */
  enum NodeVerb {
    FENCE,
    SHUT_DOWN
  }

  /** What happens to a resource, in the words of the report. */
  enum ResourceVerb {
    START("Start"),
    STOP("Stop"),
    MOVE("Move"),
    MIGRATE("Migrate"),
    RECOVER("Recover"),
    RESTART("Restart"),
    RELOAD("Reload"),
    PROMOTE("Promote"),
    DEMOTE("Demote"),
    REPROMOTE("Re-promote");

    private final String label;

    ResourceVerb(String label) {
      this.label = label;
    }

    /** The word that reports use. */
    public String label() {
      return label;
    }
  }

  /**
   * A node is fenced or shut down.
   *
   * @param method the fencing verb, such as {@code reboot}; null for a shutdown
   * @param container for a guest node, the resource that it runs in
   */
  record OfNode(
      NodeVerb verb,
      String node,
      @Nullable String method,
      @Nullable String container,
      @Nullable String reason)
      implements Change {}

  /**
   * A primitive changes its place, its role, or is started afresh.
   *
   * @param role its role now
   * @param nextRole the role it is to have
   * @param from the node it is on; null where it is active nowhere
   * @param to the node it is to be on; null where it is to be nowhere
   * @param blocked needed, but cannot be done
   */
  record OfResource(
      ResourceVerb verb,
      String resource,
      Role role,
      Role nextRole,
      @Nullable String from,
      @Nullable String to,
      boolean blocked,
      @Nullable String reason)
      implements Change {}
}
