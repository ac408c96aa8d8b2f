package dev.drover.agent.fence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fence agent says of itself.
 *
 * @param agent its own name for itself
 * @param description one line; empty where it gives none
 */
public record Metadata(
    String agent, String description, List<Parameter> parameters, List<Action> actions) {
  /**
   * What an agent reads.
   *
   * @param required whether it must be given
   * @param type {@code string}, {@code integer}, {@code boolean}, {@code select}, …; empty where it
   *     is not told
   * @param otherwise what counts where it is not given; null where there is nothing
   * @param deprecated whether another parameter is to be used
   */
  public record Parameter(
      String name, boolean required, String type, @Nullable String otherwise, boolean deprecated) {}

  /**
   * What an agent does.
   *
   * @param automatic whether the cluster must ask for it each time that the node joins: unfencing
   * @param onTarget whether only the node itself can do it
   */
  public record Action(String name, boolean automatic, boolean onTarget) {}

  /** Parameters that name the node to the device, the one that is used first. */
  private static final List<String> TARGETS = List.of("port", "plug");

  /** Whether the agent reads a parameter. */
  public boolean takes(String parameter) {
    return parameters.stream().anyMatch(each -> each.name().equals(parameter));
  }

  /** Which parameter names the node, besides {@code nodename}; empty where the device has one. */
  public Optional<String> targetParameter() {
    return TARGETS.stream().filter(this::takes).findFirst();
  }

  /** Whether the agent does an action. */
  public boolean supports(FenceAction action) {
    return find(action).isPresent();
  }

  /**
   * Whether {@code on} is to be asked for each time that a node joins, since the device keeps a
   * fenced node out until then.
   */
  public boolean unfences() {
    return find(FenceAction.ON).filter(Action::automatic).isPresent();
  }

  private Optional<Action> find(FenceAction action) {
    return actions.stream().filter(each -> each.name().equals(action.word())).findFirst();
  }
}
