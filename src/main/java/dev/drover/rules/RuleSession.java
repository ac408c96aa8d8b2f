package dev.drover.rules;

import dev.drover.plan.Because;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * The facts of one decision, and what the rules make of them. For one thread.
 *
 * <p>Facts go in, stages fire in order, conclusions come out. The order in which facts are inserted
 * may decide the order of firing: callers insert in a fixed order.
 */
public final class RuleSession implements AutoCloseable {
  /** How many rules may fire in one call before it counts as endless. */
  static final int MAX_FIRINGS = 50_000_000;

  /**
   * How rules and facts come together.
   *
   * @param fires which rules take part, by name
   * @param arrange the order in which facts are inserted that come together
   */
  record Terms(Predicate<String> fires, UnaryOperator<List<Object>> arrange) {
    static final Terms USUAL = new Terms(rule -> true, facts -> facts);
  }

  private final KieSession session;
  private final List<String> stages;
  private final int maxFirings;
  private final Terms terms;
  private final Set<String> fired = new HashSet<>();

  private boolean closed;

  RuleSession(KieSession session, List<String> stages, int maxFirings, Terms terms) {
    this.session = session;
    this.stages = stages;
    this.maxFirings = maxFirings;
    this.terms = terms;
  }

  /** Adds a fact. */
  public void insert(Object fact) {
    session.insert(fact);
  }

  /** Adds facts in the order of the collection. */
  public void insertAll(Collection<?> facts) {
    terms.arrange.apply(List.copyOf(facts)).forEach(session::insert);
  }

  /**
   * Fires the rules of a stage until none is left. May be called again for the same stage when more
   * facts came in.
   *
   * @param stage the stage's folder, such as {@code 3-score}
   * @return how many rules fired
   * @throws RuleProblemsException where the rules have no such stage, or do not come to an end
   */
  public int fire(String stage) {
    if (!stages.contains(stage)) {
      throw new RuleProblemsException(
          RuleProblem.of("rules", String.join("`, `", stages), "a stage `" + stage + "`", null));
    }
    session.getAgenda().getAgendaGroup(stage).setFocus();
    int count = session.fireAllRules(this::fires, maxFirings);
    if (count >= maxFirings) {
      throw new RuleProblemsException(
          RuleProblem.of(
              "rules/" + stage,
              count + " firings without an end",
              "rules that come to an end",
              "a rule makes a new fact out of its own conclusion"));
    }
    return count;
  }

  private boolean fires(Match match) {
    String rule = match.getRule().getName();
    boolean fires = terms.fires.test(rule);
    if (fires) {
      fired.add(rule);
    }
    return fires;
  }

  /** All facts of a class, given and derived, in no particular order. */
  public <T> List<T> facts(Class<T> type) {
    List<T> facts = new ArrayList<>();
    // a filter of this very kind is what the session finds without a look at all its facts
    for (Object fact : session.getObjects(new ClassObjectFilter(type))) {
      facts.add(type.cast(fact));
    }
    return facts;
  }

  /** The names of the rules that fired so far. */
  public Set<String> firedRules() {
    return new TreeSet<>(fired);
  }

  /** Why each derived fact holds, in the order in which the facts were derived. */
  public List<Because> trace() {
    return Justifications.of(session);
  }

  /** Gives the session back, once: somebody else may be using it afterwards. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      session.dispose();
    }
  }
}
