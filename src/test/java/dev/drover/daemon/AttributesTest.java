package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.execute.StatusDraft;
import dev.drover.live.Ledger;
import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ClusterReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Attributes that are set, with and without patience. */
class AttributesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ClusterState state = new Ledger(AttributesTest::read).state();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> answered = new ArrayList<>();
  private final Attributes attributes =
      new Attributes(
          (delay, task) -> {
            assertEquals(PATIENCE, delay);
            later.add(task);
          });

  private static Configuration read(String name, String text) {
    try {
      return ClusterReader.read(text, name).configuration();
    } catch (InputException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private final Attributes.Leader leader =
      new Attributes.Leader() {
        @Override
        public void change(Consumer<StatusDraft> edit, String why) {
          StatusDraft draft = new StatusDraft(state);
          edit.accept(draft);
          state = draft.toState();
          said.add(why);
        }

        @Override
        public Map<String, String> values(String node) {
          return Attributes.values(state, node);
        }
      };

  private void set(String value, Duration dampening) {
    attributes.set(
        leader, "a", "pingd", value, dampening, () -> answered.add(String.valueOf(value)));
  }

  private String shown() {
    return Attributes.show(state, "a", Instant.EPOCH).text();
  }

  @Test
  void withoutPatienceItCountsAtOnce() {
    set("1", Duration.ZERO);
    assertEquals("pingd=1 (transient)", shown());
    assertEquals(List.of("attribute `pingd` of a is `1`"), said);
    set(null, Duration.ZERO);
    assertEquals("", shown());
    assertEquals(List.of("1", "null"), answered);
  }

  @Test
  void severalChangesWithinTheTimeAreTakenUpTogether() {
    set("1", PATIENCE);
    set("0", PATIENCE);
    attributes.set(leader, "b", "pingd", "7", PATIENCE, () -> answered.add("b"));
    assertEquals(1, later.size(), "the time counts from the first change");
    assertEquals("", shown());
    later.remove().run();
    assertEquals("pingd=0 (transient)", shown());
    assertEquals(List.of("attribute `pingd` of a is `0`; attribute `pingd` of b is `7`"), said);
    assertEquals(List.of("1", "0", "b"), answered);
    set("2", PATIENCE);
    assertEquals(1, later.size(), "a later change begins anew");
  }

  @Test
  void whoHasNoPatienceTakesTheOthersAlong() {
    set("1", PATIENCE);
    set("2", Duration.ZERO);
    assertEquals("pingd=2 (transient)", shown());
    later.remove().run();
    assertEquals(1, said.size(), "nothing is left for the time that is over");
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    set("1", Duration.ZERO);
    set("1", Duration.ZERO);
    set("1", PATIENCE);
    assertEquals(List.of("1", "1", "1"), answered);
    assertEquals(1, said.size(), "only the first set changed anything");
    assertEquals(0, later.size(), "there is nothing to wait for");
  }

  @Test
  void whatGoesUpAndDownWithinTheTimeIsNoChange() {
    set("1", Duration.ZERO);
    set("2", PATIENCE);
    set("1", PATIENCE);
    later.remove().run();
    assertEquals("pingd=1 (transient)", shown());
    assertEquals(1, said.size(), "it is what it was before");
    assertEquals(List.of("1", "2", "1"), answered);
  }

  @Test
  void eachAttributeHasATimeOfItsOwn() {
    set("1", PATIENCE);
    attributes.set(leader, "a", "disk", "ok", Duration.ZERO, () -> answered.add("disk"));
    assertEquals("disk=ok (transient)", shown(), "pingd waits for its own time");
    attributes.set(leader, "b", "load", "9", PATIENCE, () -> answered.add("load"));
    assertEquals(2, later.size());
    later.remove().run();
    assertEquals("disk=ok (transient)\npingd=1 (transient)", shown());
    assertEquals(List.of("disk", "1"), answered);
  }

  @Test
  void theAttributesOfANodeHaveABound() {
    String big = "x".repeat(Attributes.MOST_BYTES / 2);
    set(big, Duration.ZERO);
    set(big, Duration.ZERO);
    attributes.set(leader, "b", "pingd", big, Duration.ZERO, () -> answered.add("b"));
    for (Duration dampening : List.of(Duration.ZERO, PATIENCE)) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> attributes.set(leader, "a", "disk", big, dampening, () -> {}));
      assertEquals(
          "the attributes of `a` would have more than `131072` bytes together",
          refused.getMessage());
    }
    set(null, PATIENCE);
    set("1", Duration.ZERO);
    attributes.set(leader, "a", "disk", big, Duration.ZERO, () -> answered.add("disk"));
    assertEquals(List.of(big, big, "b", "null", "1", "disk"), answered);
  }

  @Test
  void tooMuchPatienceIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> set("1", Duration.ofSeconds(31)));
    assertEquals("a dampening of `31000 ms`: expected 0 to 30 s", refused.getMessage());
  }
}
