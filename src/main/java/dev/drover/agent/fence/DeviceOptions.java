package dev.drover.agent.fence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster itself reads from a fence device's parameters.
 *
 * @param check how to learn whom it can fence; null for what the other options and the agent make
 *     of it
 * @param hostArgument the agent's parameter that names the node, {@code none} for no parameter;
 *     null for the one that its metadata tell
 * @param atOnce {@code pcmk_action_limit}: how many actions it does at a time; 1 or more
 * @param actions what is special about an action
 * @param unfencing whether nodes must be unfenced by it before they run anything
 */
public record DeviceOptions(
    Hosts hosts,
    @Nullable HostCheck check,
    @Nullable String hostArgument,
    Delays delays,
    int atOnce,
    Map<FenceAction, ActionOptions> actions,
    boolean unfencing) {
  /**
   * What is special about an action of a device.
   *
   * @param word what the agent reads in place of the action's own word
   * @param timeout how long it may take, all tries together; null for the cluster's timeout
   * @param tries how often it is tried at most; 1 or more
   */
  public record ActionOptions(@Nullable String word, @Nullable Duration timeout, int tries) {
    /** How often an action is tried where nothing else is said. */
    public static final int TRIES = 2;

    /** Nothing special. */
    public static final ActionOptions USUAL = new ActionOptions(null, null, TRIES);
  }

  /** What counts where nothing is configured. */
  public static final DeviceOptions USUAL =
      new DeviceOptions(Hosts.UNTOLD, null, null, Delays.NONE, 1, Map.of(), false);

  /** What the agent reads after {@code action=}. */
  public String word(FenceAction action) {
    String special = of(action).word();
    return special == null ? action.word() : special;
  }

  /** Whether another word than the action's own was configured for it. */
  public boolean isReplaced(FenceAction action) {
    return !word(action).equals(action.word());
  }

  /** How long an action may take, all its tries together. */
  public Duration timeout(FenceAction action, Duration otherwise) {
    return Optional.ofNullable(of(action).timeout()).orElse(otherwise);
  }

  /** How often an action is tried at most. */
  public int tries(FenceAction action) {
    return of(action).tries();
  }

  private ActionOptions of(FenceAction action) {
    return actions.getOrDefault(action, ActionOptions.USUAL);
  }
}
