package dev.drover.agent;

import dev.drover.agent.process.Ended;
import dev.drover.execute.ActionResult;
import java.time.Duration;

/** Results as the operation history numbers them, and what the end of a program means. */
public final class Outcome {
  /** What stands before the reason of a failure on standard error. */
  static final String REASON = "ocf-exit-reason:";

  // As OperationRecord numbers them.
  private static final int CANCELLED = 1;
  private static final int NOT_SUPPORTED = 3;
  private static final int ERROR = 4;
  private static final int NOT_INSTALLED = 7;

  // As OCF numbers them.
  public static final int RC_OK = 0;
  public static final int RC_GENERIC = 1;
  static final int RC_UNIMPLEMENTED = 3;
  static final int RC_PERMISSION = 4;
  static final int RC_NOT_INSTALLED = 5;
  static final int RC_CONFIGURED = 6;
  public static final int RC_NOT_RUNNING = 7;
  private static final int RC_PROMOTED = 8;
  private static final int RC_DEGRADED = 190;
  private static final int RC_DEGRADED_PROMOTED = 191;

  private static final int SIGNALLED = 128;
  private static final int LAST_SIGNAL = 31;
  private static final int REASON_LENGTH = 1000;

  private Outcome() {}

  /** The result of an agent whose exit codes are OCF's. */
  public static AgentResult of(AgentCall call, Ended ended) {
    return switch (ended.how()) {
      case EXITED -> exited(call, ended);
      case TIMED_OUT ->
          result(
              ActionResult.TIMEOUT,
              RC_GENERIC,
              "%s did not complete within %d ms".formatted(call.task(), call.timeout().toMillis()),
              ended);
      case CANCELLED -> result(CANCELLED, RC_GENERIC, call.task() + " was cancelled", ended);
      case NOT_STARTED -> result(ERROR, RC_GENERIC, shortened(ended.errors()), ended);
    };
  }

  /** There is no such agent on this machine, as far as can be seen. */
  public static AgentResult notInstalled(String reason) {
    return unstarted(NOT_INSTALLED, RC_NOT_INSTALLED, reason);
  }

  /** The agent's file is there, but may not be run. */
  static AgentResult notPermitted(String reason) {
    return unstarted(ERROR, RC_PERMISSION, reason);
  }

  /** No agent of this standard knows the task. */
  public static AgentResult notSupported(String reason) {
    return unstarted(NOT_SUPPORTED, RC_UNIMPLEMENTED, reason);
  }

  /** The resource's parameters cannot be meant so, on any machine. */
  public static AgentResult notConfigured(String reason) {
    return unstarted(ERROR, RC_CONFIGURED, reason);
  }

  /** The operation ran to its end, with an exit code of OCF's. */
  public static AgentResult done(int rc, String reason, Duration took) {
    return new AgentResult(new ActionResult(ActionResult.DONE, rc, shortened(reason)), "", took);
  }

  /** The operation could not be carried out. */
  public static AgentResult error(String reason, Duration took) {
    return new AgentResult(new ActionResult(ERROR, RC_GENERIC, shortened(reason)), "", took);
  }

  /** The operation took longer than it was given. */
  public static AgentResult timedOut(String reason, Duration took) {
    return new AgentResult(
        new ActionResult(ActionResult.TIMEOUT, RC_GENERIC, shortened(reason)), "", took);
  }

  /** The operation was ended by who had begun it. */
  public static AgentResult cancelled(AgentCall call, Duration took) {
    return new AgentResult(
        new ActionResult(CANCELLED, RC_GENERIC, call.task() + " was cancelled"), "", took);
  }

  /** Whether a monitor has found the resource running, in whatever role. */
  static boolean isRunning(ActionResult found) {
    return found.status() == ActionResult.DONE
        && switch (found.rc()) {
          case RC_OK, RC_PROMOTED, RC_DEGRADED, RC_DEGRADED_PROMOTED -> true;
          default -> false;
        };
  }

  /**
   * Whether a signal ended the program; also the code of a shell whose last command was ended so.
   */
  static boolean isSignal(int code) {
    return code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL;
  }

  private static AgentResult unstarted(int status, int rc, String reason) {
    return new AgentResult(new ActionResult(status, rc, reason), "", Duration.ZERO);
  }

  private static AgentResult exited(AgentCall call, Ended ended) {
    if (isSignal(ended.code())) {
      int signal = ended.code() - SIGNALLED;
      return result(ERROR, RC_GENERIC, call.task() + " was interrupted by signal " + signal, ended);
    }
    return result(ActionResult.DONE, ended.code(), reason(ended.errors()), ended);
  }

  private static AgentResult result(int status, int rc, String reason, Ended ended) {
    return new AgentResult(new ActionResult(status, rc, reason), ended.output(), ended.took());
  }

  /** The last reason given: an agent tells the cause first and then what came of it. */
  private static String reason(String errors) {
    int at = errors.lastIndexOf(REASON);
    if (at < 0) {
      return "";
    }
    return shortened(errors.substring(at + REASON.length()).lines().findFirst().orElse(""));
  }

  private static String shortened(String reason) {
    String stripped = reason.strip();
    return stripped.length() <= REASON_LENGTH ? stripped : stripped.substring(0, REASON_LENGTH);
  }
}
