package dev.drover.agent;

import java.util.Optional;

/** Port: reads what an OCF agent printed as its metadata. */
@FunctionalInterface
public interface ReloadReader {
  /**
   * How the agent reloads; empty where it cannot.
   *
   * @param agent what problems call it
   * @throws UnusableMetadataException where the text is no metadata, with where and why in one line
   */
  Optional<Reload> read(String agent, String text) throws UnusableMetadataException;
}
