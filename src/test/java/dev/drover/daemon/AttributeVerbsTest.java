package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that an operator sets in a running cluster. */
class AttributeVerbsTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a]
      options: {fencing-enabled: false}
      """;

  @TempDir Path folder;

  @Test
  void whatIsTransientIsGoneAfterARestartAndTheRestIsNot() throws Exception {
    try (Ring ring = new Ring(folder, "a")) {
      ring.start("a").configure(CLUSTER);
      assertEquals(0, set(ring, "pingd", "100").exit());
      Letter.Answer lasting =
          ring.ask(
              "amend",
              Map.of("kind", "NODE_ATTRIBUTE", "subject", "a", "name", "site", "value", "east"));
      assertEquals(0, lasting.exit(), lasting.text());
      ring.until("both are there", () -> "pingd=100 (transient)\nsite=east".equals(shown(ring)));
      ring.kill("a");
      ring.start("a");
      ring.until("the transient one is gone", () -> "site=east".equals(shown(ring)));
    }
  }

  @Test
  void whoAsksWithPatienceIsAnsweredOnceItCounts() throws Exception {
    try (Ring ring = new Ring(folder, "a")) {
      ring.start("a").configure(CLUSTER);
      Letter.Answer answer =
          ring.ask(
              "attribute-set",
              Map.of("node", "a", "name", "pingd", "value", "7", "dampening", "200"));
      assertEquals(0, answer.exit(), answer.text());
      assertEquals("pingd=7 (transient)", shown(ring));
    }
  }

  @Test
  void anUnknownNodeIsRefused() throws Exception {
    try (Ring ring = new Ring(folder, "a")) {
      ring.start("a").configure(CLUSTER);
      Letter.Answer refused = ring.ask("attribute-show", Map.of("node", "b"));
      assertEquals(65, refused.exit());
      assertTrue(refused.text().contains("`b`"), refused.text());
    }
  }

  private static Letter.Answer set(Ring ring, String name, String value) throws Exception {
    return ring.ask("attribute-set", Map.of("node", "a", "name", name, "value", value));
  }

  private static String shown(Ring ring) {
    try {
      return ring.ask("attribute-show", Map.of("node", "a")).text();
    } catch (IOException nobodyYet) {
      return "";
    }
  }
}
