package dev.drover.agent.compose;

/**
 * A container of a project, as the engine lists it.
 *
 * @param name its own name, for people
 * @param service the service of the project that it belongs to
 * @param state {@code running}, {@code exited}, {@code restarting}, {@code created}, …
 * @param health {@code healthy}, {@code unhealthy}, {@code starting}; empty without a health check
 */
public record Container(String name, String service, String state, String health) {
  /** True where it does what it is there for, or has not yet been found not to. */
  boolean isWell() {
    return state.equals("running") && !health.equals("unhealthy");
  }

  /** True where a process of it may be there. */
  boolean isActive() {
    return !state.equals("created") && !state.equals("exited") && !state.equals("dead");
  }
}
