package dev.drover.agent;

import java.util.function.Consumer;

/**
 * Services by their name alone: {@code service:nginx} is the init script of that name where there
 * is one, and else the unit of systemd; Pacemaker looks for them in the same order.
 */
public final class ServiceAgent implements ResourceAgent {
  private final LsbAgent scripts;
  private final ResourceAgent units;

  /**
   * Services of this machine.
   *
   * @param units of systemd
   */
  public ServiceAgent(LsbAgent scripts, ResourceAgent units) {
    this.scripts = scripts;
    this.units = units;
  }

  /** Looks anew each time: what is installed may have changed. */
  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    ResourceAgent agent = scripts.isInstalled(call.agent()) ? scripts : units;
    return agent.begin(call, whenEnded);
  }
}
