package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.lab.Program.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lab of {@code src/test/lab}, without any cluster stack: does it cut, switch and count? */
class LabTest {
  @Test
  @Timeout(120)
  void theLabCutsWhatItSaysItCutsAndNoticesWhatIsActiveTwice() throws Exception {
    Ended ended = Program.run(Map.of(), "run", "--self-test");
    Program.skipIfSkipped(ended);
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("ok: active twice is noticed"), ended.said());
    assertTrue(ended.said().contains("ok: what does not run as it should is told"), ended.said());
    assertTrue(ended.said().contains("does nothing"), ended.said());
  }

  @Test
  void whatTheLabDoesNotKnowIsNamedTogetherWithWhatThereIs() throws Exception {
    assertRefused("no scenario `earthquake`; there are: boot-alone ", "--scenario", "earthquake");
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() throws Exception {
    assertRefused("`workload=heavy`; expected `plain` or `full`", "--option", "workload=heavy");
    assertRefused("`watchdog=soon`; expected 1 to 999 seconds", "--option", "watchdog=soon");
    assertRefused("`fencing=luck`; expected `devices` or `watchdog`", "--option", "fencing=luck");
    assertRefused("is known to the stack `drover` only", "--option", "fencing=watchdog");
  }

  @Test
  void scenarioOfWhatDoesNotRunIsRefused() throws Exception {
    assertRefused("`page-kill` is about what runs only with", "--scenario", "page-kill");
  }

  private static void assertRefused(String words, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--stack", "pacemaker"));
    all.addAll(List.of(arguments));
    Ended ended = Program.run(Map.of(), "run", all.toArray(String[]::new));
    assertEquals(64, ended.code(), ended.said());
    assertTrue(ended.said().contains(words), ended.said());
  }
}
