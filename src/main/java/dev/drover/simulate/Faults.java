package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.scenario.AgentEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which agents and fence devices do not work, and how. */
final class Faults {
  /** The exit code of an agent that gives no better one. */
  static final int GENERIC_ERROR = 1;

  private static final class Fault {
    final Set<String> services;
    final String operation;
    final @Nullable String node;
    final ActionResult result;
    int times;

    Fault(
        Set<String> services,
        String operation,
        @Nullable String node,
        ActionResult result,
        int times) {
      this.services = services;
      this.operation = operation;
      this.node = node;
      this.result = result;
      this.times = times;
    }

    boolean fits(String service, String operation, String node) {
      return services.contains(service)
          && this.operation.equals(operation)
          && (this.node == null || this.node.equals(node));
    }
  }

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> brokenDevices = new HashSet<>();
  private final Set<String> hangingDevices = new HashSet<>();

  /**
   * Lets an operation go wrong from now on.
   *
   * @param services what the event's resource stands for
   */
  void add(AgentEvent.Fails event, Set<String> services) {
    ActionResult result = new ActionResult(ActionResult.DONE, event.code(), event.reason());
    faults.add(new Fault(services, event.operation(), event.node(), result, event.times()));
  }

  /** The same for an operation that does not end. */
  void add(AgentEvent.Hangs event, Set<String> services) {
    ActionResult result = new ActionResult(ActionResult.TIMEOUT, GENERIC_ERROR, "timed out");
    faults.add(new Fault(services, event.operation(), event.node(), result, event.times()));
  }

  void mend(AgentEvent.Mended event, Set<String> services) {
    faults.removeIf(
        fault ->
            fault.services.stream().anyMatch(services::contains)
                && (event.operation() == null || fault.operation.equals(event.operation()))
                && (event.node() == null || fault.node == null || event.node().equals(fault.node)));
  }

  void breakDevice(String device) {
    brokenDevices.add(device);
  }

  void hangDevice(String device) {
    hangingDevices.add(device);
  }

  void mendDevice(String device) {
    brokenDevices.remove(device);
    hangingDevices.remove(device);
  }

  /** Whether a device fences nobody: it fails at once, or it does not answer in time. */
  boolean isOutOfOrder(String device) {
    return brokenDevices.contains(device) || hangs(device);
  }

  /** Whether a device does not answer in time. */
  boolean hangs(String device) {
    return hangingDevices.contains(device);
  }

  /**
   * What goes wrong with an operation this time; a fault that was to come so often and no more is
   * used up by that.
   *
   * @return empty where nothing goes wrong
   */
  Optional<ActionResult> take(String service, String operation, String node) {
    for (Fault fault : faults) {
      if (fault.fits(service, operation, node)) {
        if (fault.times != Integer.MAX_VALUE && --fault.times == 0) {
          faults.remove(fault);
        }
        return Optional.of(fault.result);
      }
    }
    return Optional.empty();
  }

  /** A name without an instance's number. */
  static String bare(String resource) {
    return resource.replaceFirst(":\\d+$", "");
  }
}
