package dev.drover.text.report;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a running cluster stands, for programs. The structure is stable as that of {@link JsonReport}
 * is; docs/schema/status-output.schema.json checks it.
 */
public final class ClusterStatusJson {
  /** The number of the structure, which every document carries. */
  public static final int FORMAT = 1;

  private final Json json;

  private ClusterStatusJson(Json json) {
    this.json = json;
  }

  /** Everything there is to tell. */
  public static String of(Observation seen) {
    return Json.document(json -> new ClusterStatusJson(json).write(seen));
  }

  private void write(Observation seen) throws IOException {
    json.number("format", FORMAT);
    json.text("cluster", seen.cluster());
    json.text("coordinator", seen.coordinator());
    json.open("votes");
    json.number("present", seen.votes().present());
    json.number("expected", seen.votes().expected());
    json.close();
    time("updated", seen.updated());
    time("changed", seen.changed());
    json.text("changedBy", seen.changedBy());
    json.open("status");
    new StatusJson(json, Scene.of(seen.assessment(), true)).write();
    json.close();
    json.list("failedOperations", seen.failed(), this::write);
    json.list("failures", seen.failures(), this::write);
    json.list("fencing", seen.fencing(), this::write);
    json.texts("changes", seen.changes());
    json.list("daemons", seen.daemons(), this::write);
  }

  private void write(FailedOperation failed) throws IOException {
    json.open();
    json.text("node", failed.node());
    json.text("resource", failed.resource());
    json.text("operation", failed.operation());
    json.number("intervalMs", failed.intervalMs());
    json.number("status", failed.result().status());
    json.number("exitCode", failed.result().rc());
    json.text(
        "exitReason", failed.result().exitReason().isEmpty() ? null : failed.result().exitReason());
    time("at", failed.at());
    json.close();
  }

  private void write(FailureCount count) throws IOException {
    json.open();
    json.text("node", count.node());
    json.text("resource", count.resource());
    json.text("count", count.count().toString());
    time("last", count.last());
    json.close();
  }

  private void write(FencingEntry entry) throws IOException {
    json.open();
    json.text("target", entry.target());
    json.text("action", entry.action());
    json.text("state", JsonReport.word(entry.state()));
    json.text("askedBy", entry.askedBy());
    json.text("device", entry.device());
    time("at", entry.at());
    json.text("detail", entry.detail().isEmpty() ? null : entry.detail());
    json.close();
  }

  private void write(Observation.DaemonState daemon) throws IOException {
    json.open();
    json.text("node", daemon.node());
    json.text("state", daemon.state());
    json.text("version", daemon.version());
    if (!daemon.links().isEmpty()) {
      json.list("links", daemon.links(), this::write);
    }
    json.close();
  }

  private void write(Observation.LinkState link) throws IOException {
    json.open();
    json.text("address", link.address());
    json.text("state", link.isUp() ? "up" : "down");
    time("since", link.since());
    json.close();
  }

  /** ISO 8601, in universal time. */
  private void time(String name, @Nullable Instant time) throws IOException {
    json.text(name, time == null ? null : time.toString());
  }
}
