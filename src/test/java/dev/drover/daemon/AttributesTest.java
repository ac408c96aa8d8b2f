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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  private void change(Consumer<StatusDraft> edit, String why) {
    StatusDraft draft = new StatusDraft(state);
    edit.accept(draft);
    state = draft.toState();
    said.add(why);
  }

  private void set(String value, Duration dampening) {
    attributes.set(
        this::change, "a", "pingd", value, dampening, () -> answered.add(String.valueOf(value)));
  }

  private String shown() {
    return Attributes.show(state, "a").text();
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
    attributes.set(this::change, "a", "disk", "ok", PATIENCE, () -> answered.add("disk"));
    assertEquals(1, later.size(), "the time counts from the first change");
    assertEquals("", shown());
    later.remove().run();
    assertEquals("disk=ok (transient)\npingd=0 (transient)", shown());
    assertEquals(1, said.size());
    assertEquals(List.of("1", "0", "disk"), answered);
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
  void tooMuchPatienceIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> set("1", Duration.ofSeconds(31)));
    assertEquals("a dampening of `31000 ms`: expected 0 to 30 s", refused.getMessage());
  }
}
