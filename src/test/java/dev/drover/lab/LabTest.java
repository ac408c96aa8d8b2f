package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lab of {@code src/test/lab}, without any cluster stack: does it cut, switch and count? */
class LabTest {
  private record Ended(int code, String said) {}

  @Test
  @Timeout(60)
  void theLabCutsWhatItSaysItCutsAndNoticesWhatIsActiveTwice() throws Exception {
    Ended ended = lab("--self-test");
    skipUnlessAllowed(ended);
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("ok: active twice is noticed"), ended.said());
  }

  @Test
  @Timeout(60)
  void whatTheLabDoesNotKnowIsNamedTogetherWithWhatThereIs() throws Exception {
    Ended ended = lab("--stack", "pacemaker", "--scenario", "earthquake");
    assertEquals(64, ended.code(), ended.said());
    assertTrue(ended.said().contains("no scenario `earthquake`; there are: "), ended.said());
    assertTrue(ended.said().contains("coordinator-pause"), ended.said());
  }

  private static void skipUnlessAllowed(Ended ended) {
    boolean skipped = ended.said().startsWith("skipped: ");
    if (skipped) {
      System.out.println("LabTest: " + ended.said().strip());
    }
    assumeFalse(skipped, ended.said());
  }

  private static Ended lab(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "src/test/lab/run";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the lab does not end");
      return new Ended(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }
}
