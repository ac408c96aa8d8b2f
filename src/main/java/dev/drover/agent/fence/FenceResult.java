package dev.drover.agent.fence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a request.
 *
 * @param attempts every device that was tried or could not be, in order
 * @param took from the request to the result
 * @param reason why it failed, or who confirmed by hand; empty where devices did it
 */
public record FenceResult(
    FenceRequest request, Kind kind, List<Attempt> attempts, Duration took, String reason) {
  /** How sure it is that the node is harmless. */
  public enum Kind {
    /** Devices say so, and each of them cut its power. */
    DONE,
    /** Devices say so; it may run on, without its storage or its network. */
    KEPT_OUT,
    /** Not at all. */
    FAILED,
    /** A person says so. */
    CONFIRMED
  }

  /** Whether the node may be treated as fenced, or unfenced. */
  public boolean isOk() {
    return kind != Kind.FAILED;
  }

  /** The devices that did something, each once. */
  public List<String> devices() {
    return attempts.stream().filter(Attempt::isOk).map(Attempt::device).distinct().toList();
  }

  /** Why each device failed that did, in one line. */
  static String reasons(List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> !attempt.isOk())
        .map(Attempt::toString)
        .collect(Collectors.joining("; "));
  }
}
