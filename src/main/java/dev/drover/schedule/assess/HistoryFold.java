package dev.drover.schedule.assess;

import dev.drover.model.Role;
import dev.drover.model.fact.Answer;
import dev.drover.model.fact.AnswerEffect;
import dev.drover.model.fact.Effect;
import dev.drover.model.fact.Happened;
import dev.drover.model.fact.OnFail;
import dev.drover.model.fact.Response;
import dev.drover.model.fact.Verdict;
import dev.drover.schedule.given.Track;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds what each result says, oldest first, into what the whole history says: the role that the
 * resource has, and what its failures lead to.
 */
public final class HistoryFold {
  /**
   * What one history says.
   *
   * @param role {@link Role#UNKNOWN} where no result says
   * @param response the hardest response to failures that are not over
   * @param startPending whether a start is under way
   * @param pendingTask the operation under way that people care for; null where none
   */
  public record State(
      Role role, OnFail response, boolean startPending, @Nullable String pendingTask) {}

  private static final Map<Role, State> PLAIN = new EnumMap<>(Role.class);

  static {
    for (Role role : Role.values()) {
      PLAIN.put(role, new State(role, OnFail.IGNORE, false, null));
    }
  }

  // by the number of the result
  private final @Nullable Effect[] effects;
  private final @Nullable OnFail[] responses;
  private final Verdict.@Nullable Outcome[] verdicts;

  private final List<AnswerEffect> answers;
  private final Set<String> reconnecting;

  /**
   * Gathers what the rules made of each result.
   *
   * @param results how many results there are, whatever was made of them
   * @param answers what the rules made of all results with one answer
   * @param reconnecting connections that are tried again only after a while: until then a lost one
   *     stays failed
   */
  public HistoryFold(
      int results,
      List<Verdict> verdicts,
      List<Effect> effects,
      List<AnswerEffect> answers,
      List<Response> responses,
      Set<String> reconnecting) {
    this.answers = answers;
    this.reconnecting = reconnecting;
    this.verdicts = new Verdict.Outcome[results];
    this.effects = new Effect[results];
    this.responses = new OnFail[results];
    for (Verdict verdict : verdicts) {
      this.verdicts[verdict.happened().number()] = verdict.outcome();
    }
    for (Effect effect : effects) {
      this.effects[effect.happened().number()] = effect;
    }
    for (Response response : responses) {
      OnFail known = this.responses[response.happened().number()];
      if (known == null || known.compareTo(response.onFail()) < 0) {
        this.responses[response.happened().number()] = response.onFail();
      }
    }
  }

  /**
   * What a history says that says no more than what the rules made of its answers at once: {@link
   * dev.drover.schedule.given.Given#isPlain}.
   */
  public State foldPlain(Track track) {
    Role role = Role.UNKNOWN;
    for (Answer answer : track.answers()) {
      AnswerEffect effect = shared(answer);
      if (effect != null) {
        role = effect.role();
      }
    }
    return Objects.requireNonNull(PLAIN.get(role));
  }

  private @Nullable AnswerEffect shared(Answer answer) {
    for (AnswerEffect shared : answers) {
      if (shared.answer().equals(answer)) {
        return shared;
      }
    }
    return null;
  }

  public State fold(Track track) {
    Role role = Role.UNKNOWN;
    OnFail response = OnFail.IGNORE;
    boolean startPending = false;
    String pendingTask = null;
    for (int i = 0; i < track.facts().size(); i++) {
      Happened happened = track.facts().get(i);
      Verdict.Outcome outcome = verdicts[happened.number()];
      if (outcome == Verdict.Outcome.PENDING) {
        startPending |= happened.operation().equals("start");
        if (pendingTask == null && !happened.isProbe()) {
          pendingTask = happened.operation();
        }
      }
      Effect effect = effect(happened, track.answers().get(i));
      if (effect != null) {
        if (!effect.atLeast() || role.compareTo(Role.STARTED) < 0) {
          role = effect.role();
        }
        boolean waits =
            response == OnFail.RESET_REMOTE && reconnecting.contains(track.base().name());
        response = waits ? response : cleared(response, effect.clears());
      }
      OnFail failure = responses[happened.number()];
      if (failure != null && failure.compareTo(response) > 0) {
        response = failure;
      }
    }
    return new State(role, response, startPending, pendingTask);
  }

  private @Nullable Effect effect(Happened happened, Answer answer) {
    Effect own = effects[happened.number()];
    if (own == null) {
      AnswerEffect shared = shared(answer);
      return shared == null ? null : new Effect(happened, shared.role(), false, shared.clears());
    }
    return own;
  }

  private static OnFail cleared(OnFail response, Effect.Clears clears) {
    return switch (clears) {
      case NOTHING -> response;
      case DEMOTION -> response == OnFail.DEMOTE ? OnFail.IGNORE : response;
      case ALL -> response.isLasting() ? response : OnFail.IGNORE;
    };
  }
}
