package dev.drover.agent.fence;

import dev.drover.agent.UnusableMetadataException;

/** Port: reads what a fence agent printed as its metadata. */
@FunctionalInterface
public interface MetadataReader {
  /**
   * Reads metadata.
   *
   * @param agent what problems call it
   * @throws UnusableMetadataException where the text is none, with where and why
   */
  Metadata read(String agent, String text) throws UnusableMetadataException;
}
