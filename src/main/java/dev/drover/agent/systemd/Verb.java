package dev.drover.agent.systemd;

import java.util.Locale;

/** What systemd can be asked to do with a unit, as a job. */
enum Verb {
  START("startUnit"),
  STOP("stopUnit"),
  RELOAD("reloadUnit");

  private final String method;

  Verb(String method) {
    this.method = method;
  }

  /** The method of {@link Manager} that queues the job. */
  String method() {
    return method;
  }

  /** True where a unit in this state is one that the job has brought about. */
  boolean isReached(UnitStatus status) {
    return (this == STOP) != status.runs();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
