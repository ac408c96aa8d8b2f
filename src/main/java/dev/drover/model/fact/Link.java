package dev.drover.model.fact;

/**
 * In which state a remote node's connection will be while a plan is carried out.
 *
 * @param node the node's id
 * @param resource the connection
 */
public record Link(String node, String resource, State state) {
  /** What can be said of a connection. */
  public enum State {
    /** It is up and stays up, or moves in an orderly way. */
    ALIVE,
    /** Where it runs is lost; it comes up again elsewhere. */
    RESTING,
    /** It may come up, and then one will see. */
    UNKNOWN,
    /** It is lost for good. */
    FAILED,
    /** It goes down, or stays down, in an orderly way. */
    STOPPED
  }
}
