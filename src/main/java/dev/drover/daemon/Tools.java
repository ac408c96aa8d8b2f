package dev.drover.daemon;

import dev.drover.agent.ResourceAgent;
import dev.drover.live.Decider;
import dev.drover.live.Ledger;
import java.util.Map;

/** Port: what a member uses of its machine and of its installation. */
interface Tools extends AutoCloseable {
  /** Reads configurations. */
  Ledger.Reader reader();

  /**
   * Decides by rules.
   *
   * @param files text by path; empty for the rules that Drover comes with
   * @throws IllegalArgumentException where they are no rules; the message is for people
   */
  Decider decider(Map<String, String> files);

  ResourceAgent agents();

  Fences fences();

  /** Does {@code reboot} or {@code off} to this machine. */
  void endMachine(String action);

  @Override
  void close();
}
