package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.model.ClusterState;
import dev.drover.scenario.Scenario;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Injections;
import dev.drover.simulate.Trial;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.Options;
import dev.drover.text.cib.CibWriter;
import dev.drover.text.story.TrialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where resources of generated clusters end up, beside Pacemaker's simulator. It prints how far the
 * two agree; releases of Pacemaker do not agree with each other either.
 */
class PacemakerAgreementTest {
  private static final int CLUSTERS = Integer.getInteger("drover.stories", 40);

  /** Fewer lines in common than this share would be a mistake, not an opinion. */
  private static final double LEAST = 0.8;

  private static final String SECTION = "Revised Cluster Status:";

  @TempDir private Path temp;

  /** What two reports have in common. */
  private record Agreement(int same, int all) {
    boolean isWhole() {
      return same == all;
    }
  }

  @Test
  void resourcesEndUpWherePacemakerPutsThem() throws Exception {
    boolean installed = run("crm_simulate", "--version").contains("Pacemaker");
    if (!installed) {
      System.out.println("comparing with Pacemaker is skipped: crm_simulate is not installed");
    }
    assumeTrue(installed, "crm_simulate is not installed");
    Scheduler scheduler = Policy.scheduler(Policy.rules());
    int same = 0;
    int all = 0;
    int compared = 0;
    List<Long> different = new ArrayList<>();
    for (long seed = 1; seed <= CLUSTERS; seed++) {
      Agreement agreement = compare(seed, scheduler);
      if (agreement.all() == 0) {
        continue;
      }
      compared++;
      same += agreement.same();
      all += agreement.all();
      if (!agreement.isWhole()) {
        different.add(seed);
      }
    }
    System.out.println(
        "agreement with Pacemaker: "
            + (compared - different.size())
            + " of "
            + compared
            + " generated clusters end up the same, "
            + same
            + " of "
            + all
            + " lines; different: "
            + different);
    assertTrue(same >= LEAST * all, same + " of " + all);
  }

  private Agreement compare(long seed, Scheduler scheduler) throws Exception {
    Scenario scenario = GeneratedStory.of(seed);
    ClusterState cluster = scenario.cluster();
    Path file = temp.resolve(seed + ".xml");
    Files.writeString(file, withFormerNames(CibWriter.write(cluster)));
    Injections none =
        new Injections(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());
    Trial trial = Trial.of(scheduler::decide, cluster, none, List.of(), scenario.clock(), true);
    List<String> ours = revised(TrialText.of(trial, ""));
    List<String> theirs =
        revised(
            run("crm_simulate", "-S", "-x", file.toString(), "-t", scenario.clock().toString()));
    int same = 0;
    List<String> left = new ArrayList<>(ours);
    for (String line : theirs) {
      if (left.remove(line)) {
        same++;
      }
    }
    return new Agreement(same, theirs.isEmpty() ? 0 : Math.max(ours.size(), theirs.size()));
  }

  /** Releases before 3.0 know some options by other names only. */
  private static String withFormerNames(String cib) {
    String text = cib;
    for (OptionSpec option : Options.load().of(OptionScope.CLUSTER)) {
      if (!option.formerNames().isEmpty()) {
        text =
            text.replace(
                "name=\"" + option.name() + "\"", "name=\"" + option.formerNames().get(0) + "\"");
      }
    }
    return text;
  }

  private static List<String> revised(String report) {
    int begin = report.indexOf(SECTION);
    return begin < 0
        ? List.of()
        : report
            .substring(begin + SECTION.length())
            .lines()
            // releases before 3.0 have one word for both
            .map(line -> line.replace("(maintenance)", "(unmanaged)"))
            .map(line -> line.strip().replaceAll("\\s+", " "))
            .filter(line -> !line.isEmpty())
            .toList();
  }

  private static String run(String... command) throws InterruptedException {
    Path said = null;
    try {
      said = Files.createTempFile("agreement", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return Files.readString(said);
    } catch (IOException notInstalled) {
      return "";
    } finally {
      delete(said);
    }
  }

  private static void delete(Path file) {
    if (file != null) {
      file.toFile().delete();
    }
  }
}
