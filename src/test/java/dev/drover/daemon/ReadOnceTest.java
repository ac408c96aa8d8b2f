package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.live.Ledger;
import dev.drover.model.config.Configuration;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ClusterReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOnceTest {
  private static final String TEXT = "cluster: one\nnodes: [a]\n";

  private final List<String> asked = new ArrayList<>();
  private final Ledger.Reader once =
      new ReadOnce(
          (name, text) -> {
            asked.add(name);
            try {
              return ClusterReader.read(text, name).configuration();
            } catch (InputException wrong) {
              throw new IllegalArgumentException(wrong);
            }
          });

  @Test
  void whatWasJustReadIsNotReadAgain() {
    Configuration first = once.read("a.yaml", TEXT);
    assertSame(first, once.read("a.yaml", TEXT));
    assertEquals(List.of("a.yaml"), asked);
  }

  @Test
  void anotherNameOrTextIsRead() {
    once.read("a.yaml", TEXT);
    once.read("b.yaml", TEXT);
    once.read("b.yaml", TEXT + "# more\n");
    assertEquals(List.of("a.yaml", "b.yaml", "b.yaml"), asked);
  }

  @Test
  void whatMakesNoSenseIsRefusedEachTime() {
    once.read("a.yaml", TEXT);
    assertThrows(IllegalArgumentException.class, () -> once.read("a.yaml", "nodes"));
    assertThrows(IllegalArgumentException.class, () -> once.read("a.yaml", "nodes"));
    assertEquals(3, asked.size());
  }
}
