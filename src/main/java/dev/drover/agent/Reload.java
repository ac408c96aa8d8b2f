package dev.drover.agent;

import dev.drover.execute.Unreloadable;

/**
 * How an OCF agent takes up other parameters without a restart.
 *
 * @param task what it is told: {@link #AGENT}, or {@link #OLD} before OCF 1.1
 * @param unreloadable the parameters that it cannot take up so
 */
public record Reload(String task, Unreloadable unreloadable) {
  /** Has the agent take up parameters, since OCF 1.1. */
  public static final String AGENT = "reload-agent";

  /** The same before OCF 1.1; since then it is for the service's own configuration. */
  public static final String OLD = "reload";
}
