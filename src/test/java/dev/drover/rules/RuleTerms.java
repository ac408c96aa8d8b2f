package dev.drover.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Opens, for tests of other packages, the ways to run rules that only tests need. */
public final class RuleTerms {
  private static final RuleSession.Terms USUAL = RuleSession.Terms.USUAL;

  private RuleTerms() {}

  /** The rules of a folder, compiled anew and kept by nobody. */
  public static RuleBase load(Path folder) {
    return RuleBase.load(folder, null);
  }

  /** The rules, of which only one fires. */
  public static RuleBase only(RuleBase rules, String rule) {
    return rules.on(new RuleSession.Terms(rule::equals, USUAL.arrange()));
  }

  /** The rules without one of them. */
  public static RuleBase without(RuleBase rules, String rule) {
    return rules.on(new RuleSession.Terms(name -> !name.equals(rule), USUAL.arrange()));
  }

  /** The rules, with facts inserted in an order that the seed decides. */
  public static RuleBase shuffled(RuleBase rules, long seed) {
    return rules.on(new RuleSession.Terms(USUAL.fires(), facts -> shuffle(facts, seed)));
  }

  private static List<Object> shuffle(List<Object> facts, long seed) {
    List<Object> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
