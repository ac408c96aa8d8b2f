package dev.drover.scenario;

import org.jspecify.annotations.Nullable;

/** Something that happens to a service, a fence device, or the agent that manages it. */
public sealed interface AgentEvent extends Event {
  /** The resource's name; for an instance of a clone with its number. */
  String resource();

  /**
   * An operation will fail.
   *
   * <p>A recurring monitor that fails is noticed at once. Exit code 7 of a monitor means that the
   * service has died.
   *
   * @param operation {@code start}, {@code stop}, {@code monitor}, {@code promote}, {@code demote},
   *     …
   * @param node where; null for every node
   * @param code the agent's exit code, 1 to 255
   * @param times how often, from 1; {@link Integer#MAX_VALUE} for until it is mended
   * @param reason what the agent says; empty for nothing
   */
  record Fails(
      String resource, String operation, @Nullable String node, int code, int times, String reason)
      implements AgentEvent {
    @Override
    public String sentence() {
      return operation
          + " of "
          + resource
          + " fails"
          + on(node)
          + " with code "
          + code
          + often(times);
    }
  }

  /** An operation will not end before its timeout; the parts as in {@link Fails}. */
  record Hangs(String resource, String operation, @Nullable String node, int times)
      implements AgentEvent {
    @Override
    public String sentence() {
      return operation + " of " + resource + " hangs" + on(node) + often(times);
    }
  }

  /**
   * Operations succeed again.
   *
   * @param operation null for all
   * @param node null for every node
   */
  record Mended(String resource, @Nullable String operation, @Nullable String node)
      implements AgentEvent {
    @Override
    public String sentence() {
      return (operation == null ? resource : operation + " of " + resource)
          + " works again"
          + on(node);
    }
  }

  /**
   * The service dies, which nobody notices before its next monitor; on a null node wherever it
   * runs.
   */
  record Dies(String resource, @Nullable String node) implements AgentEvent {
    @Override
    public String sentence() {
      return resource + " dies" + on(node);
    }
  }

  /**
   * Somebody starts the service without the cluster, which nobody notices before the next probe.
   */
  record StartedByHand(String resource, String node) implements AgentEvent {
    @Override
    public String sentence() {
      return resource + " is started by hand" + on(node);
    }
  }

  /** A fence device can no longer fence anything. */
  record FenceDeviceBreaks(String resource) implements AgentEvent {
    @Override
    public String sentence() {
      return "fence device " + resource + " breaks";
    }
  }

  /** A fence device does not answer any more: whatever it is asked takes until its time is over. */
  record FenceDeviceHangs(String resource) implements AgentEvent {
    @Override
    public String sentence() {
      return "fence device " + resource + " hangs";
    }
  }

  /** A fence device can fence again. */
  record FenceDeviceMended(String resource) implements AgentEvent {
    @Override
    public String sentence() {
      return "fence device " + resource + " is mended";
    }
  }

  private static String on(@Nullable String node) {
    return node == null ? "" : " on " + node;
  }

  private static String often(int times) {
    return times == 1 ? "" : times == Integer.MAX_VALUE ? ", always" : ", " + times + " times";
  }
}
