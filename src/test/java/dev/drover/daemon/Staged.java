package dev.drover.daemon;

import dev.drover.agent.ResourceAgent;
import dev.drover.live.Decider;
import dev.drover.live.Ledger;
import java.util.Map;

/** A machine's tools, with pretended agents. */
record Staged(Tools installed, ResourceAgent agents) implements Tools {
  @Override
  public Ledger.Reader reader() {
    return installed.reader();
  }

  @Override
  public Decider decider(Map<String, String> files) {
    return installed.decider(files);
  }

  @Override
  public Fences fences() {
    return installed.fences();
  }

  @Override
  public void endMachine(String action) {
    installed.endMachine(action);
  }

  @Override
  public void close() {
    installed.close();
  }
}
