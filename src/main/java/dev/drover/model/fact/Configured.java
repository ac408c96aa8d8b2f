package dev.drover.model.fact;

import dev.drover.model.Role;
import java.util.Map;

/**
 * A primitive as configured, once for all its instances.
 *
 * @param name its name, without an instance number
 * @param standard the agent's standard ({@code ocf}, {@code stonith}, …)
 * @param promotable inside of a promotable clone
 * @param launched whether it is brought up and down with another resource, inside of which it runs
 * @param remote whether it connects to a remote node
 */
public record Configured(
    String name,
    String standard,
    boolean promotable,
    boolean launched,
    boolean remote,
    Map<String, String> options)
    implements Optioned {
  /** Facts are looked up by it over and over, and the name names one. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The role it has where it merely runs. */
  public Role activeRole() {
    return promotable ? Role.UNPROMOTED : Role.STARTED;
  }

  @Override
  public String toString() {
    return "configured " + name;
  }
}
