package dev.drover.plan;

import java.util.List;

/** Every action that was considered, by number, and what waits for what. */
public record Plan(List<Action> actions, List<Edge> edges) {
  public static final Plan EMPTY = new Plan(List.of(), List.of());

  /** The actions that a transition carries out, by number. */
  public List<Action> executed() {
    return actions.stream().filter(Action::executed).toList();
  }
}
