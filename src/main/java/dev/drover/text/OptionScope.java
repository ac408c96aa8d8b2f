package dev.drover.text;

import java.util.Locale;

/** What an option belongs to. */
public enum OptionScope {
  CLUSTER,
  /** Meta options that every resource has. */
  RESOURCE,
  /** Meta options that clones have besides. */
  CLONE,
  /** Meta options that groups have besides. */
  GROUP,
  OPERATION,
  /** Node attributes with a meaning of their own. */
  NODE,
  /** Agent parameters that the cluster itself reads from a fence device. */
  FENCE_DEVICE;

  /** The word that the catalogue uses. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
