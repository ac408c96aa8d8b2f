package dev.drover.agent;

import java.util.Optional;

/** Port: reads what an OCF agent printed as its metadata. */
@FunctionalInterface
public interface ReloadReader {
  /**
   * How the agent reloads; empty where it cannot, also where the text is no metadata.
   *
   * @param agent what it is called
   */
  Optional<Reload> read(String agent, String text);
}
