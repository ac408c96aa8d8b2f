package dev.drover.schedule.digest;

import dev.drover.model.fact.ParameterChange;
import java.util.Map;
import java.util.Set;

/**
 * The digests by which a node remembers with which definition of a device it was unfenced.
 *
 * <p>They are kept in two node attributes, each a list of {@code device:type:digest} that ends
 * every entry with a comma.
 *
 * @param all the entry for {@link #ALL}
 * @param secure the entry for {@link #SECURE}
 */
public record UnfencingDigests(String all, String secure) {
  /** The node attribute with digests of all parameters. */
  public static final String ALL = "#digests-all";

  /** The node attribute with digests that leave private parameters out. */
  public static final String SECURE = "#digests-secure";

  /** Private for every agent, as nothing is known here of the agent's own description. */
  private static final Set<String> PRIVATE = Set.of("passwd", "password", "user");

  /**
   * The entries for a device as it is configured now.
   *
   * @param device the name of the fence device
   * @param now its parameters in force on the node to unfence; no operation has parameters of its
   *     own here, and the timeout does not count
   */
  public static UnfencingDigests of(String device, DigestInput now) {
    ParameterSet all = new ParameterSet().add(now.parameters());
    ParameterSet secure = PrivateParameters.leaveOut(all, PRIVATE, now, now.featureSet());
    String prefix = device + ":" + now.agent().type() + ":";
    return new UnfencingDigests(prefix + all.digest(), prefix + secure.digest());
  }

  /**
   * Whether the device's definition has changed since it unfenced a node.
   *
   * @param attributes the node's attributes
   * @return {@link ParameterChange#UNKNOWN} where the node remembers nothing, {@link
   *     ParameterChange#RESTART} where it has to be unfenced again, {@link ParameterChange#NONE} or
   *     {@link ParameterChange#PRIVATE_ONLY} where not
   */
  public ParameterChange compare(Map<String, String> attributes) {
    String remembered = attributes.get(ALL);
    if (remembered == null) {
      return ParameterChange.UNKNOWN;
    }
    if (remembered.contains(all)) {
      return ParameterChange.NONE;
    }
    return attributes.getOrDefault(SECURE, "").contains(secure)
        ? ParameterChange.PRIVATE_ONLY
        : ParameterChange.RESTART;
  }
}
