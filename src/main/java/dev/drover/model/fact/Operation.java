package dev.drover.model.fact;

import dev.drover.model.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as configured for a primitive, defaults included.
 *
 * @param resource the primitive's base name
 * @param name {@code monitor}, {@code start}, …; {@code probe} stands for a monitor that does not
 *     recur
 * @param intervalMs 0 for one that does not recur
 * @param configured false where only defaults apply
 * @param options {@code timeout}, {@code on-fail}, {@code role}, {@code enabled}, …
 */
public record Operation(
    String id,
    String resource,
    String name,
    long intervalMs,
    boolean configured,
    Map<String, String> options)
    implements Optioned {
  /** How long an agent may take where nothing is configured, in milliseconds. */
  public static final long USUAL_TIMEOUT_MS = 20_000;

  /** Facts are looked up by it over and over, and these parts nearly name one. */
  @Override
  public int hashCode() {
    return 31 * (31 * resource.hashCode() + name.hashCode()) + Long.hashCode(intervalMs);
  }

  /** True for one that runs again and again. */
  public boolean recurs() {
    return intervalMs > 0;
  }

  /** True for an operation that only looks, and so may be done again and again. */
  public boolean mayRecur() {
    return switch (name) {
      case "start", "stop", "promote", "demote", "reload-agent", "migrate_to", "migrate_from" ->
          false;
      default -> true;
    };
  }

  /** What the on-fail option asks for; null where it is not set or no known word. */
  public @Nullable OnFail onFail() {
    return OnFail.parse(option("on-fail")).orElse(null);
  }

  /** How long an agent may take, in milliseconds; above 0. */
  public long timeoutMs() {
    long configured = millis("timeout");
    return configured > 0 ? configured : USUAL_TIMEOUT_MS;
  }

  /** The role that it is for; unknown where it is for any that is active. */
  public Role role() {
    return role("role");
  }

  @Override
  public String toString() {
    return "operation "
        + name
        + " of "
        + resource
        + (intervalMs > 0 ? " every " + intervalMs + " ms" : "");
  }
}
