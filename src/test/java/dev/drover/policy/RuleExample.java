package dev.drover.policy;

import java.util.List;

/**
 * What the tests of one rule say.
 *
 * @param file the file of tests, below the folder of all
 * @param line from 1
 * @param given the facts with which the rule fires
 * @param concludes all that the rule makes of them
 * @param silent the cases in which it does not fire
 */
record RuleExample(
    String rule,
    String file,
    int line,
    List<Object> given,
    List<Object> concludes,
    List<Case> silent) {
  /**
   * A case in which a rule does not fire.
   *
   * @param difference what is different from the case in which it does, in words
   */
  record Case(String difference, List<Object> given) {}
}
