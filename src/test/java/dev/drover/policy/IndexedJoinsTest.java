package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Joins that Drools can look up. It has an index for {@code field == $variable} and none for {@code
 * field == $fact.field}, which looks at every pair of facts: what takes no time for ten resources
 * takes minutes for ten thousand.
 */
class IndexedJoinsTest {
  private static final Pattern INTO_A_FACT =
      Pattern.compile("(?<![|&] )\\b\\w+ == \\$\\w+\\.\\w+(?! *(?:\\|\\||&&))");

  @Test
  void noRuleJoinsByAFieldOfABoundFact() {
    List<String> found =
        Policy.catalogue().rules().stream()
            .filter(entry -> INTO_A_FACT.matcher(entry.text()).find())
            .map(entry -> entry.name())
            .toList();
    assertEquals(List.of(), found);
  }
}
