package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.sample.Fence;
import dev.drover.model.sample.Seen;
import dev.drover.model.sample.Usable;
import dev.drover.plan.Because;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSessionTest {
  private static final RuleBase RULES = RuleBase.load(Path.of("src/test/resources/rules/small"));

  @Test
  void stagesFireInTurnAndEveryConclusionHasItsReason() {
    try (RuleSession session = RULES.open()) {
      session.insertAll(List.of(new Seen("n1", true), new Seen("n2", false)));

      assertEquals(1, session.fire("1-assess"));
      assertEquals(List.of(new Usable("n1")), session.facts(Usable.class));
      assertEquals(List.of(), session.facts(Fence.class), "the next stage waits for its turn");

      assertEquals(1, session.fire("2-fence"));
      assertEquals(List.of(new Fence("n2", 1)), session.facts(Fence.class));
      assertEquals(
          List.of(
              new Because(
                  "Usable[node=n1]", "A node that is online is usable", List.of("Seen[node=n1, online=true]")),
              new Because(
                  "Fence[node=n2, spares=1]",
                  "A node that is not usable is fenced where another is left",
                  List.of("Seen[node=n2, online=false]", "1"))),
          session.trace());
      assertEquals(
          Set.of("A node that is online is usable", "A node that is not usable is fenced where another is left"),
          session.firedRules());
    }
  }
}
