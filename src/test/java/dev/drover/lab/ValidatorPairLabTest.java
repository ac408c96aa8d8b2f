package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.lab.Program.Ended;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The validator pair as its file is, on two nodes of the lab with a systemd each: does it live what
 * the simulator says? It takes minutes, so it runs only with {@code -Ddrover.lab}.
 */
class ValidatorPairLabTest {
  private static final String WANTED = "drover.lab";

  @Test
  @Timeout(40 * 60)
  void thePairInTheLabDoesWhatTheSimulatorSays() throws Exception {
    boolean wanted = System.getProperty(WANTED) != null;
    if (!wanted) {
      System.out.println(
          "the pair in the lab is skipped: it takes minutes; -D" + WANTED + " runs it");
    }
    assumeTrue(wanted, "not asked for with -D" + WANTED);
    Ended ended = Program.run(Map.of(), "validator-pair");
    Program.skipIfSkipped(ended);
    System.out.println(ended.said());
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("the_repaired_one_returns: the same"), ended.said());
  }

  @Test
  void whatIsNotKnownIsNamed() throws Exception {
    Ended ended = Program.run(Map.of(), "validator-pair", "--earthquake");
    assertEquals(64, ended.code(), ended.said());
    assertTrue(ended.said().contains("`--earthquake` is not known"), ended.said());
  }
}
