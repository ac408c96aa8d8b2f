package dev.drover.agent.systemd;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import java.util.function.Consumer;

/** Says whether a unit runs; one that is on its way up or down is waited for. */
final class MonitorOperation extends Operation {
  MonitorOperation(Setting setting, AgentCall call, String unit, Consumer<AgentResult> whenEnded) {
    super(setting, call, unit, whenEnded);
  }

  @Override
  void connected(Link link) {
    look(link);
  }

  @Override
  void looked(UnitStatus status) {
    if (status.isChanging()) {
      lookLater();
    } else if (status.runs()) {
      done(Outcome.RC_OK, "");
    } else if (status.isMissing()) {
      end(Outcome.notInstalled("there is no unit `%s`".formatted(unit)));
    } else {
      done(Outcome.RC_NOT_RUNNING, status.active.equals("inactive") ? "" : status.inWords());
    }
  }

  @Override
  void abandon() {
    // Looking leaves nothing behind.
  }
}
