package dev.drover.agent.fence;

import dev.drover.agent.UnusableMetadataException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What agents say of themselves, asked for once each. */
public final class KnownAgents {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** As many as one machine may have installed; the one learned first is forgotten then. */
  private static final int LIMIT = 500;

  private final FenceAgent agents;
  private final MetadataReader reader;
  private final Map<String, CompletableFuture<Metadata>> known = new LinkedHashMap<>();

  /** Knows none yet. */
  public KnownAgents(FenceAgent agents, MetadataReader reader) {
    this.agents = agents;
    this.reader = reader;
  }

  /**
   * An agent's metadata. Fails with {@link UnusableMetadataException}; the next time it is asked
   * again.
   */
  public synchronized CompletableFuture<Metadata> metadata(String agent) {
    CompletableFuture<Metadata> before = known.get(agent);
    if (before != null && !before.isCompletedExceptionally()) {
      return before;
    }
    CompletableFuture<Metadata> asked =
        agents
            .run(new FenceCall(agent, FenceAction.METADATA.word(), Map.of(), TIMEOUT))
            .thenCompose(outcome -> read(agent, outcome));
    known.put(agent, asked);
    if (known.size() > LIMIT) {
      known.remove(known.keySet().iterator().next());
    }
    return asked;
  }

  /** Asks an agent again the next time: it may have been installed anew. */
  public synchronized void forget(String agent) {
    known.remove(agent);
  }

  private CompletableFuture<Metadata> read(String agent, FenceOutcome outcome) {
    if (!outcome.isOk()) {
      return CompletableFuture.failedFuture(
          new UnusableMetadataException("no metadata: " + outcome.reason()));
    }
    try {
      return CompletableFuture.completedFuture(reader.read(agent, outcome.output()));
    } catch (UnusableMetadataException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
