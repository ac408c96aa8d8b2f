package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.model.Role;
import dev.drover.plan.Action;
import java.time.Duration;
import java.util.Optional;

/**
 * Pretended resource agents: they act on the truth, tell the truth, and fail where they are told
 * to.
 */
final class Agents {
  private static final Duration ORDINARY = Duration.ofSeconds(1);
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  private final World world;
  private final Faults faults;

  Agents(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /**
   * Begins a resource's action.
   *
   * @param service the name that the node knows the resource by
   * @param promotable whether the service starts as unpromoted
   * @param migrationTarget for {@code migrate_to}, where to
   */
  Attempt attempt(
      Action action,
      String service,
      String node,
      boolean promotable,
      Optional<String> migrationTarget) {
    Optional<ActionResult> fault = faults.take(service, operation(action), node);
    Duration takes =
        wait(action)
            .plus(fault.filter(Agents::isTimeout).map(f -> timeout(action)).orElse(ORDINARY));
    return new Attempt(
        takes,
        () -> fault.orElseGet(() -> perform(action, service, node, promotable, migrationTarget)));
  }

  private static boolean isTimeout(ActionResult result) {
    return result.status() == ActionResult.TIMEOUT;
  }

  private static String operation(Action action) {
    return action.task().equals("monitor") && action.intervalMs() == 0 ? "probe" : action.task();
  }

  private static Duration wait(Action action) {
    return millis(action, Action.WAIT).orElse(Duration.ZERO);
  }

  private static Duration timeout(Action action) {
    return millis(action, Action.TIMEOUT).orElse(DEFAULT_TIMEOUT);
  }

  private static Optional<Duration> millis(Action action, String name) {
    return Optional.ofNullable(action.parameters().get(name))
        .filter(text -> text.matches("\\d{1,12}"))
        .map(text -> Duration.ofMillis(Long.parseLong(text)));
  }

  /** True for the connection to a remote node that has no power. */
  private boolean isUnreachable(String service) {
    return world
        .known(service)
        .filter(machine -> !machine.isMember() && !machine.powered())
        .isPresent();
  }

  private ActionResult perform(
      Action action,
      String service,
      String node,
      boolean promotable,
      Optional<String> migrationTarget) {
    Role now = world.machine(node).role(service);
    String cause = action.task() + " " + service + " on " + node;
    switch (action.task()) {
      case "monitor":
        return look(service, node);
      case "start":
        if (isUnreachable(service)) {
          return ActionResult.exited(Faults.GENERIC_ERROR);
        }
        become(
            node,
            service,
            now.isActive() ? now : promotable ? Role.UNPROMOTED : Role.STARTED,
            cause);
        break;
      case "stop":
        become(node, service, Role.STOPPED, cause);
        break;
      case "promote":
        become(node, service, Role.PROMOTED, cause);
        break;
      case "demote":
        become(node, service, Role.UNPROMOTED, cause);
        break;
      case "migrate_to":
        // The service changes machines in one moment, or else it would run twice or not at all in
        // between.
        migrationTarget.ifPresent(target -> world.move(service, node, target, cause));
        break;
      default:
        // Notifications, reloads and cancellations leave what runs as it is.
        break;
    }
    return ActionResult.exited(OperationLog.OK);
  }

  private void become(String node, String service, Role role, String cause) {
    world.setRole(node, service, role, cause, true);
  }

  /** What a monitor finds: of a connection that is up, also whether its node can be reached. */
  ActionResult look(String service, String node) {
    Role role = world.machine(node).role(service);
    return ActionResult.exited(
        role.isActive() && isUnreachable(service)
            ? Faults.GENERIC_ERROR
            : OperationLog.exitCode(role));
  }
}
