package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.lab.Program.Ended;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lab of {@code src/test/lab}, without any cluster stack: does it cut, switch and count? */
class LabTest {
  @Test
  @Timeout(60)
  void theLabCutsWhatItSaysItCutsAndNoticesWhatIsActiveTwice() throws Exception {
    Ended ended = Program.run(Map.of(), "run", "--self-test");
    Program.skipIfSkipped(ended);
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("ok: active twice is noticed"), ended.said());
  }

  @Test
  void whatTheLabDoesNotKnowIsNamedTogetherWithWhatThereIs() throws Exception {
    Ended ended = Program.run(Map.of(), "run", "--stack", "pacemaker", "--scenario", "earthquake");
    assertEquals(64, ended.code(), ended.said());
    assertTrue(ended.said().contains("no scenario `earthquake`; there are: "), ended.said());
    assertTrue(ended.said().contains("coordinator-pause"), ended.said());
  }
}
