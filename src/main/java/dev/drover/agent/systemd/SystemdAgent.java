package dev.drover.agent.systemd;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import dev.drover.agent.ResourceAgent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Units of systemd: {@code systemd:nginx} is {@code nginx.service}.
 *
 * <p>They know {@code start}, {@code stop}, {@code reload}, and {@code monitor} or {@code status};
 * every other task is rc 3 with status 3 (not supported). They take no parameters. A unit that was
 * started is told not to restart by itself, and to outlive Drover at shutdown. A start, stop or
 * reload is a job: its end is heard from systemd's signal, and then the unit's state decides. A
 * monitor is rc 0 for a unit that is active or reloading, rc 7 for one that is inactive or failed,
 * and waits while it is activating or deactivating. A unit that does not exist is rc 5 with status
 * 7 (not installed), but can be stopped. Where the bus or systemd cannot be reached for longer than
 * the agent is patient, the result is rc 1 with status 4 (error) and says so. An overrun timeout or
 * a cancellation takes the job back; what it has done by then stays.
 *
 * <p>Results come on the agent's one thread, which {@code whenEnded} must not keep for long.
 */
public final class SystemdAgent implements ResourceAgent, AutoCloseable {
  /** Where the system's bus listens on a machine with systemd. */
  public static final String SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";

  /** How long the bus may be away, as while it or systemd is restarted, before it is a failure. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

  /** Where drop-ins for units go that are gone when the machine restarts. */
  public static final Path DROP_INS = Path.of("/run/systemd/system");

  /** How many operations may be under way at the same time. */
  private static final int MOST = 1000;

  private final ScheduledThreadPoolExecutor agentThread;
  private final Bus bus;
  private final Operation.Setting setting;

  /** Read and written on the agent's thread alone. */
  private final Set<Operation> underWay = new HashSet<>();

  private boolean closed;

  /**
   * Units of the manager on a bus; nothing is connected yet.
   *
   * @param address of the bus, as D-Bus writes it, such as {@link #SYSTEM_BUS}
   * @param patience how long the bus may be out of reach before an operation fails; zero or more
   * @param dropIns such as {@link #DROP_INS}; null where units are to stay as they are
   */
  public SystemdAgent(String address, Duration patience, @Nullable Path dropIns) {
    agentThread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "systemd"));
    agentThread.setRemoveOnCancelPolicy(true);
    Jobs jobs = new Jobs();
    bus = new Bus(address, task -> inTurn(task), jobs::removed);
    setting =
        new Operation.Setting(
            bus, jobs, agentThread, patience, new Overrides(dropIns), underWay::remove);
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    String unit = UnitName.of(call.agent().type());
    Operation operation = operation(call, unit, whenEnded);
    String problem = UnitName.problem(unit);
    if (operation == null || problem != null) {
      whenEnded.accept(unasked(call, problem));
      return () -> {};
    }
    if (!inTurn(() -> begin(operation))) {
      whenEnded.accept(Outcome.error("no unit is touched any more", Duration.ZERO));
    }
    return () -> inTurn(operation::cancel);
  }

  /** Cancels what is under way, which gives its results, and ends the connection. */
  @Override
  public void close() {
    inTurn(
        () -> {
          closed = true;
          List.copyOf(underWay).forEach(Operation::cancel);
          bus.close();
        });
    agentThread.shutdown();
    try {
      if (!agentThread.awaitTermination(5, TimeUnit.SECONDS)) {
        agentThread.shutdownNow();
      }
    } catch (InterruptedException e) {
      agentThread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** What is known without asking systemd. */
  private static AgentResult unasked(AgentCall call, @Nullable String problem) {
    if (problem == null) {
      return Outcome.notSupported("systemd's units do not know `%s`".formatted(call.task()));
    }
    // What cannot be there does not run.
    return call.task().equals("stop")
        ? Outcome.done(Outcome.RC_OK, "", Duration.ZERO)
        : Outcome.notInstalled(problem);
  }

  private void begin(Operation operation) {
    underWay.add(operation);
    if (closed) {
      operation.cancel();
    } else if (underWay.size() > MOST) {
      operation.end(Outcome.error(MOST + " units are waited for already", Duration.ZERO));
    } else {
      operation.begin();
    }
  }

  /** Does something on the agent's thread; false where the agent was closed. */
  private boolean inTurn(Runnable task) {
    try {
      agentThread.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private @Nullable Operation operation(
      AgentCall call, String unit, Consumer<AgentResult> whenEnded) {
    return switch (call.task()) {
      case "start" -> new JobOperation(setting, call, Verb.START, unit, whenEnded);
      case "stop" -> new JobOperation(setting, call, Verb.STOP, unit, whenEnded);
      case "reload" -> new JobOperation(setting, call, Verb.RELOAD, unit, whenEnded);
      case "monitor", "status" -> new MonitorOperation(setting, call, unit, whenEnded);
      default -> null;
    };
  }
}
