package dev.drover.agent.fence;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.ResourceAgent;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fence devices as resources. To start one is to see that it answers, and to hold it; to stop it is
 * to let it go. Which node holds a device says who watches it, not who may fence with it.
 */
public final class DeviceAgent implements ResourceAgent {
  private static final Running NOTHING = () -> {};

  private final DeviceRunner runner;
  private final Function<AgentCall, Device> devices;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /**
   * Devices that nobody holds yet.
   *
   * @param devices makes the device of a call's parameters
   */
  public DeviceAgent(DeviceRunner runner, Function<AgentCall, Device> devices) {
    this.runner = runner;
    this.devices = devices;
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    boolean probe = call.task().equals("monitor") && call.interval().isZero();
    if (probe || call.task().equals("monitor") && !held.contains(call.resource())) {
      int rc = held.contains(call.resource()) ? OperationLog.OK : OperationLog.NOT_RUNNING;
      answer(ActionResult.exited(rc), whenEnded);
    } else if (call.task().equals("stop")) {
      held.remove(call.resource());
      answer(ActionResult.exited(OperationLog.OK), whenEnded);
    } else {
      look(call, whenEnded);
    }
    return NOTHING;
  }

  private void look(AgentCall call, Consumer<AgentResult> whenEnded) {
    var unused =
        runner
            .run(devices.apply(call), FenceAction.MONITOR, null, call.timeout())
            .thenAccept(outcome -> looked(call, outcome, whenEnded));
  }

  private void looked(AgentCall call, FenceOutcome outcome, Consumer<AgentResult> whenEnded) {
    if (outcome.isOk() && call.task().equals("start")) {
      held.add(call.resource());
    }
    ActionResult result =
        outcome.isOk()
            ? ActionResult.exited(OperationLog.OK)
            : new ActionResult(ActionResult.DONE, 1, outcome.reason());
    whenEnded.accept(new AgentResult(result, outcome.output(), outcome.took()));
  }

  private static void answer(ActionResult result, Consumer<AgentResult> whenEnded) {
    whenEnded.accept(new AgentResult(result, "", Duration.ZERO));
  }
}
