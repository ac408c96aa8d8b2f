package dev.drover.agent.fence;

import java.util.Arrays;
import java.util.Optional;

/** How to learn which nodes a device can fence: the values of {@code pcmk_host_check}. */
public enum HostCheck {
  /** Any node. */
  NONE("none"),
  /** Those of the device's list or map. */
  STATIC_LIST("static-list"),
  /** Those that the agent lists. */
  DYNAMIC_LIST("dynamic-list"),
  /** Those of which the agent knows whether they have power. */
  STATUS("status");

  private final String word;

  HostCheck(String word) {
    this.word = word;
  }

  /** The word that is configured. */
  public String word() {
    return word;
  }

  /** The check of a word; empty where there is none. */
  public static Optional<HostCheck> of(String word) {
    return Arrays.stream(values()).filter(check -> check.word.equals(word)).findFirst();
  }
}
