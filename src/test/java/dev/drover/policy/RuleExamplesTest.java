package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drover.plan.Because;
import dev.drover.policy.RuleExample.Case;
import dev.drover.rules.CatalogueEntry;
import dev.drover.rules.RuleBase;
import dev.drover.rules.RuleSession;
import dev.drover.rules.RuleTerms;
import dev.drover.text.Suggest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule alone: it fires on the facts of its example, and on nothing less. */
class RuleExamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/rules");

  private static List<RuleExample> examples() {
    return ExampleReader.readAll(FOLDER, Policy.catalogue().stages());
  }

  @TestFactory
  Stream<DynamicNode> everyRuleFiresOnItsExampleAndOnNothingLess() {
    return examples().stream()
        .filter(example -> Policy.catalogue().find(example.rule()).isPresent())
        .map(example -> dynamicContainer(example.rule(), tests(example)));
  }

  private static Stream<DynamicNode> tests(RuleExample example) {
    CatalogueEntry rule = Policy.catalogue().find(example.rule()).orElseThrow();
    String where = example.file() + ":" + example.line();
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("fires", () -> fires(rule, example, where)));
    tests.add(dynamicTest("needs every given fact", () -> needsEveryFact(rule, example, where)));
    for (Case silent : example.silent()) {
      tests.add(
          dynamicTest(
              "silent " + silent.difference(),
              () -> {
                Set<String> made = conclusions(rule, silent.given());
                assertTrue(
                    made.isEmpty(),
                    () -> where + ": " + silent.difference() + ": it concludes " + made);
              }));
    }
    return tests.stream();
  }

  private static void fires(CatalogueEntry rule, RuleExample example, String where) {
    Set<String> expected =
        example.concludes().stream()
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, conclusions(rule, example.given()), where);
    try (RuleSession session = fire(rule, example.given())) {
      for (Object fact : example.concludes()) {
        assertTrue(
            session.facts(fact.getClass()).contains(fact), () -> where + ": there is no " + fact);
      }
    }
  }

  private static void needsEveryFact(CatalogueEntry rule, RuleExample example, String where) {
    Set<String> all = conclusions(rule, example.given());
    for (Object fact : example.given()) {
      if (example.given().stream().anyMatch(other -> isAbout(other, fact))) {
        // whoever takes it away has to take away the other as well
        continue;
      }
      List<Object> rest = new ArrayList<>(example.given());
      rest.remove(fact);
      assertNotEquals(
          all,
          conclusions(rule, rest),
          () -> where + ": without " + fact + " it concludes the same");
    }
  }

  /** Whether a fact has the other one as a part, as a verdict has what happened. */
  private static boolean isAbout(Object fact, Object part) {
    return Stream.of(fact.getClass().getRecordComponents())
        .anyMatch(
            component -> {
              try {
                return part.equals(component.getAccessor().invoke(fact));
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            });
  }

  /** What a rule makes of some facts, in words. */
  private static Set<String> conclusions(CatalogueEntry rule, List<Object> given) {
    try (RuleSession session = fire(rule, given)) {
      return session.trace().stream()
          .filter(because -> because.rule().equals(rule.name()))
          .map(Because::fact)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static RuleSession fire(CatalogueEntry rule, List<Object> given) {
    RuleBase only = RuleTerms.only(Policy.rules(), rule.name());
    RuleSession session = only.open();
    session.insertAll(given);
    session.fire(rule.stage());
    return session;
  }

  @Test
  void everyExampleIsOfARuleThatThereIsInTheFileNamedLikeTheRules() {
    List<String> rules = Policy.catalogue().rules().stream().map(CatalogueEntry::name).toList();
    List<String> wrong = new ArrayList<>();
    for (RuleExample example : examples()) {
      String where = example.file() + ":" + example.line() + ": `" + example.rule() + "` ";
      var rule = Policy.catalogue().find(example.rule());
      if (rule.isEmpty()) {
        String near =
            Suggest.closest(example.rule(), rules)
                .map(name -> "\nMaybe `" + name + "` is meant")
                .orElse("");
        wrong.add(where + "is no rule" + near);
      } else if (!rule.get().file().replace(".drl", ".yaml").equals(example.file())) {
        wrong.add(where + "is a rule of " + rule.get().file());
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  @Test
  void everyRuleHasAnExampleInWhichItFiresAndOneInWhichItIsSilent() {
    Set<String> tested =
        examples().stream()
            .filter(each -> !each.silent().isEmpty())
            .map(RuleExample::rule)
            .collect(Collectors.toSet());
    List<String> untested =
        Policy.catalogue().rules().stream()
            .filter(rule -> !tested.contains(rule.name()))
            .map(rule -> rule.file() + ":" + rule.line() + ": `" + rule.name() + "`")
            .toList();
    assertTrue(
        untested.isEmpty(),
        () -> untested.size() + " rules without a test:\n" + String.join("\n", untested));
  }
}
