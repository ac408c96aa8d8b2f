package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.execute.Transition.State;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TransitionTest {
  private static Transition transition(Decision decision) {
    return new Transition(decision.plan(), decision.plan().executed());
  }

  private static Transition transition(DecisionBuilder decision) {
    return transition(decision.build());
  }

  private static List<String> beginAll(Transition transition) {
    return beginAll(transition, action -> true);
  }

  private static List<String> beginAll(Transition transition, Predicate<Action> room) {
    List<String> begun = new ArrayList<>();
    for (Optional<Action> next = transition.begin(room);
        next.isPresent();
        next = transition.begin(room)) {
      begun.add(next.get().key());
    }
    return begun;
  }

  private static void end(Transition transition, String key, boolean asExpected) {
    transition.end(
        transition.underWay().stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow(),
        asExpected);
  }

  @Test
  void anActionBeginsOnceAllThatItWaitsForHasEnded() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "start", "quay", null)
                .does("shop", "start", "quay", null)
                .does("shop", "stop", "dock", null)
                .order(1, 2, true)
                .order(3, 2, true));
    assertEquals(List.of("till_start_0", "shop_stop_0"), beginAll(transition));
    end(transition, "shop_stop_0", true);
    assertEquals(List.of(), beginAll(transition));
    end(transition, "till_start_0", true);
    assertEquals(List.of("shop_start_0"), beginAll(transition));
    assertEquals(State.ACTIVE, transition.state());
    end(transition, "shop_start_0", true);
    assertEquals(State.COMPLETE, transition.state());
  }

  @Test
  void whatWaitsForAFailureNeverBeginsAndNeitherDoesTheRest() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "stop", "dock", null)
                .does("till", "start", "quay", null)
                .does("shop", "stop", "dock", null)
                .does("shop", "start", "quay", null)
                .order(1, 2, true)
                .order(3, 4, true));
    beginAll(transition);
    end(transition, "till_stop_0", false);
    end(transition, "shop_stop_0", true);
    assertEquals(List.of(), beginAll(transition));
    assertEquals(State.STOPPED, transition.state());
  }

  @Test
  void whatIsUnderWayMayEndAfterAFailure() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "stop", "dock", null)
                .does("shop", "stop", "dock", null));
    beginAll(transition);
    end(transition, "till_stop_0", false);
    assertEquals(State.ACTIVE, transition.state());
    end(transition, "shop_stop_0", true);
    assertEquals(State.STOPPED, transition.state());
  }

  @Test
  void agentsAreToldAfterwardsEvenOfAFailure() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("shop", "start", "quay", null)
                .action(
                    ActionKind.RESOURCE,
                    "shop_post_notify_start_0",
                    "shop",
                    "notify",
                    0,
                    "quay",
                    true,
                    true,
                    null)
                .with(Map.of("notify_type", "post"))
                .order(1, 2, true));
    beginAll(transition);
    end(transition, "shop_start_0", false);
    assertEquals(List.of("shop_post_notify_start_0"), beginAll(transition));
  }

  @Test
  void aNameMakesNoActionFollowAFailure() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("shop", "start", "quay", null)
                .does("post_notify", "start", "quay", null)
                .order(1, 2, true));
    beginAll(transition);
    end(transition, "shop_start_0", false);
    assertEquals(List.of(), beginAll(transition));
  }

  @Test
  void anOrderThatIsNotInTheGraphHoldsNothingUp() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "start", "quay", null)
                .does("shop", "start", "quay", null)
                .order(1, 2, false));
    assertEquals(List.of("till_start_0", "shop_start_0"), beginAll(transition));
  }

  @Test
  void aCircleIsStuck() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "start", "quay", null)
                .does("shop", "start", "quay", null)
                .order(1, 2, true)
                .order(2, 1, true));
    assertEquals(List.of(), beginAll(transition));
    assertEquals(State.STUCK, transition.state());
  }

  @Test
  void whatHasNoRoomWaitsAndPseudoActionsDoNot() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "start", "quay", null)
                .does("shop", "start", "quay", null)
                .action(ActionKind.PSEUDO, "load", "stopped", 0, null, true, true, null));
    assertEquals(
        List.of("till_start_0", "load_stopped_0"),
        beginAll(transition, action -> transition.underWay().isEmpty()));
    end(transition, "load_stopped_0", true);
    assertEquals(State.ACTIVE, transition.state());
    end(transition, "till_start_0", true);
    assertEquals(List.of("shop_start_0"), beginAll(transition));
  }

  @Test
  void anAbortedTransitionBeginsNothingMore() {
    Transition transition =
        transition(
            new DecisionBuilder()
                .does("till", "start", "quay", null)
                .does("shop", "start", "quay", null)
                .order(1, 2, true));
    beginAll(transition);
    transition.abort();
    end(transition, "till_start_0", true);
    assertEquals(List.of(), beginAll(transition));
    assertEquals(State.STOPPED, transition.state());
  }

  @Test
  void endingWhatIsNotUnderWayIsAMistake() {
    Decision decision = new DecisionBuilder().does("till", "start", "quay", null).build();
    Transition transition = transition(decision);
    Action action = decision.plan().actions().get(0);
    assertThrows(IllegalStateException.class, () -> transition.end(action, true));
  }
}
