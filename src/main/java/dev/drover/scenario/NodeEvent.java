package dev.drover.scenario;

/** Something that happens to a node. */
public sealed interface NodeEvent extends Event {
  /** The node's name. */
  String node();

  /** It boots, with nothing running, and joins. */
  record ComesUp(String node) implements NodeEvent {
    @Override
    public String sentence() {
      return node + " comes up";
    }
  }

  /**
   * It is off at once and all that ran there with it; the others only see that it no longer
   * answers.
   */
  record LosesPower(String node) implements NodeEvent {
    @Override
    public String sentence() {
      return node + " loses power";
    }
  }

  /**
   * The cluster's own process there dies; the services go on; the others only see that it no longer
   * answers.
   */
  record StopsAnswering(String node) implements NodeEvent {
    @Override
    public String sentence() {
      return node + " stops answering";
    }
  }

  /** An operator shuts the cluster down there: it stops its resources first, and then leaves. */
  record ShutsDown(String node) implements NodeEvent {
    @Override
    public String sentence() {
      return node + " is shut down";
    }
  }

  /** An operator confirms by hand that the node is off, as if it had been fenced. */
  record ConfirmedDown(String node) implements NodeEvent {
    @Override
    public String sentence() {
      return node + " is confirmed to be off";
    }
  }

  /** A node attribute that lasts until the node leaves; a value of {@code ""} takes it away. */
  record AttributeReported(String node, String name, String value) implements NodeEvent {
    @Override
    public String sentence() {
      return value.isEmpty()
          ? node + " no longer reports " + name
          : node + " reports " + name + "=" + value;
    }
  }
}
