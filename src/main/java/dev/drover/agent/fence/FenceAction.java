package dev.drover.agent.fence;

import java.util.Arrays;
import java.util.Optional;

/** What a fence agent can be asked for, in the words of the FenceAgentAPI of fence-agents. */
public enum FenceAction {
  ON("on"),
  OFF("off"),
  REBOOT("reboot"),
  STATUS("status"),
  MONITOR("monitor"),
  LIST("list"),
  METADATA("metadata"),
  VALIDATE_ALL("validate-all");

  private final String word;

  FenceAction(String word) {
    this.word = word;
  }

  /** What the agent reads after {@code action=} unless the device says otherwise. */
  public String word() {
    return word;
  }

  /** The action of a word; empty where no agent of the standard knows it. */
  public static Optional<FenceAction> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst();
  }

  /** True for what makes a node harmless: a race is lost by who waits longer before it. */
  public boolean isHarmful() {
    return this == OFF || this == REBOOT;
  }
}
