package dev.drover.live;

import java.util.Map;

/** What the members and agents of a cluster say to each other, and operators to them. */
public sealed interface Letter {
  /** From a leader to every node: it leads, and wants a report. */
  record Lead(Token token) implements Letter {}

  /** From a node to the leader, in answer. */
  record Report(NodeReport report) implements Letter {}

  /** From the leader to a node: work. */
  record Begin(Assignment assignment) implements Letter {}

  /** From a node to the leader: what became of work. */
  record Told(Finished finished) implements Letter {}

  /** From the leader to a node: what was told up to this serial number is written down. */
  record Noted(long serial) implements Letter {}

  /** From the leader to a member that is to have somebody fenced. */
  record Fence(FenceJob job) implements Letter {}

  /**
   * From a member to the leader: what became of it.
   *
   * @param reason which device did it, or why none could
   */
  record Fenced(FenceJob job, boolean done, String reason) implements Letter {}

  /**
   * From a leader to a node, again and again: whether it is counted on. A node that has promised to
   * reset itself lives only as long as it is.
   *
   * @param token the leader's time in office
   * @param number the moment, as the leader counts time: later ones are higher
   * @param answers the number of the node's latest letter that the leader has read, from which on
   *     the node is counted on; 0 where it is not
   * @param demanded whether the node is to keep its promise, or to make it; else it is free of it
   */
  record Counted(Token token, long number, long answers, boolean demanded) implements Letter {}

  /**
   * From a node to the leader, in answer to that, and unasked where it has promised and another
   * leads.
   *
   * @param boot as in its report
   * @param number the moment, as the node counts time: later ones are higher
   * @param answers the number of the leader's letter, where this node follows that leader at this
   *     moment; else 0
   * @param withinMs how long after nobody counts on it the node has surely reset itself, in
   *     milliseconds; 0 where it cannot
   * @param promised whether it will
   */
  record Here(String node, String boot, long number, long answers, long withinMs, boolean promised)
      implements Letter {}

  /**
   * From the leader to a node that was fenced and runs on: what it knew of its work counts no more.
   */
  record Outcast(Token token) implements Letter {}

  /** From a node to the leader: it wants to stop, and its resources are to go elsewhere. */
  record Leave(String node) implements Letter {}

  /**
   * From the leader to a node: nothing runs there any more.
   *
   * @param released whether it is no member of the replication any more, and is to forget its log
   */
  record Left(String node, boolean released) implements Letter {}

  /**
   * From a member to another, before it opens its log and in answer to this: where it stands.
   *
   * @param epoch of what it has on disk; below 0 where it has nothing
   * @param group what it has on disk belongs to; empty where it has nothing
   * @param open whether it has opened its log, and so need not be told anything
   * @param asks whether its log is empty and it asks to be made a member
   * @param founded whether it founded the cluster since it was booted
   */
  record Standing(
      String node, long epoch, String group, boolean open, boolean asks, boolean founded)
      implements Letter {}

  /**
   * From an operator to a member, or from a member to the leader: a command.
   *
   * @param number the sender's, for the answer
   * @param by who asks
   */
  record Ask(long number, String by, String verb, Map<String, String> words) implements Letter {}

  /**
   * The answer.
   *
   * @param exit the exit code that the command ends with
   * @param text for people, or JSON
   */
  record Answer(long number, int exit, String text) implements Letter {}
}
