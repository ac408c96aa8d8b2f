package dev.drover.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Kind;
import dev.drover.model.config.ResourceConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That the benchmark measures and reports: at a size that takes no time. */
class BenchmarkTest {
  private static final Size TINY = new Size(10, 3);

  @TempDir private Path temp;

  @Test
  @Timeout(120)
  void aTinyClusterIsMeasuredOnAllOccasions() {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new Benchmark(new PrintWriter(out, true)))
            .execute("--size=10-on-3", "--rounds=1", "--warm-up=0", "--keep=" + temp);
    String report = out.toString();
    assertEquals(0, code, report);
    for (Occasion occasion : Occasion.values()) {
      assertTrue(
          report.matches(
              "(?s).*\\| 10 \\| 3 \\| "
                  + occasion.words()
                  + " \\| [\\d.]+ m?s \\| [\\d.]+ m?s \\|.*"),
          report);
    }
  }

  @Test
  void aClusterHasTheSizeThatWasAskedForAndIsTheSameForTheSameSeed() {
    List<ResourceConfig> resources = LargeCluster.of(TINY, 1).configuration().resources();
    assertEquals(TINY.primitives(), resources.stream().mapToInt(BenchmarkTest::primitives).sum());
    assertEquals(TINY.nodes(), LargeCluster.of(TINY, 1).status().nodes().size());
    assertEquals(LargeCluster.of(TINY, 7), LargeCluster.of(TINY, 7));
    assertNotEquals(LargeCluster.of(TINY, 7), LargeCluster.of(TINY, 8));
  }

  private static int primitives(ResourceConfig resource) {
    return resource.kind() == Kind.PRIMITIVE ? 1 : resource.members().size();
  }

  @Test
  void whatPacemakerTellsIsTheSumOfAllRepetitions() {
    String said =
        """
        <pacemaker-result api-version="2.25" request="crm_simulate --profile in">
          <timings>
            <timing file="in/one.xml" duration="0.500000"/>
            <timing file="in/two.xml" duration="1.000000"/>
          </timings>
        """;
    assertEquals(Map.of("one.xml", 0.05, "two.xml", 0.1), PacemakerContestant.times(said, 10));
  }

  @Test
  void whoGivesUpIsNotAskedAgainAndTheReasonIsReported() throws Exception {
    int[] asked = {0};
    Contestant slow =
        contestant(
            "slow",
            () -> {
              asked[0]++;
              return Timing.none("gave up", 0);
            });
    Contestant quick = contestant("quick", () -> timing(0.5));
    Measured measured =
        new Race(quick, Optional.of(slow), 3, Duration.ofSeconds(1))
            .over(TINY, Occasion.SETTLED, temp, 1);
    assertEquals(1, asked[0]);
    assertEquals(
        "| 10 | 3 | settled | 500 ms | – | 1 MB | gave up | – | – |", SizeReport.row(measured));
  }

  @Test
  void withoutPacemakerTheReasonIsReported() throws Exception {
    Measured measured =
        new Race(contestant("quick", () -> timing(2)), Optional.empty(), 1, Duration.ofSeconds(1))
            .over(TINY, Occasion.SETTLED, temp, 1);
    assertTrue(
        SizeReport.row(measured).contains("skipped: crm_simulate is not installed"),
        SizeReport.row(measured));
  }

  @Test
  void aFolderIsComparedOverTheInputsThatBothDecidedAbout() {
    Map<String, Double> seconds = Map.of("a", 1.0, "b", 2.0, "c", 9.0);
    Timing ours = new Timing(seconds, seconds, 0, "");
    Timing theirs = new Timing(Map.of("a", 2.0, "b", 1.0), Map.of(), 0, "");
    Folder folder = Folder.of(ours, theirs);
    assertEquals(3, folder.drover());
    assertEquals(3, folder.pacemaker());
    assertEquals(
        "Drover takes 1.00 of Pacemaker's time, and is the faster one for 1 of 2 inputs.",
        folder.report("Pacemaker").get(6));
  }

  @Test
  void theMedianIsTheMiddleOfTheRuns() {
    assertEquals(2, Timing.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(1.5, Timing.median(List.of(2.0, 1.0)));
    assertEquals(
        Map.of("x.xml", 2.0), Timing.medianOf(List.of(timing(3), timing(2), timing(1))).seconds());
  }

  @Test
  void aTargetIsMetOnlyByWhatWasMeasured() {
    Size large = new Size(10_000, 100);
    Measured late =
        new Measured(large, Occasion.SETTLED, timing(11), Timing.none("not installed", 0));
    Measured never =
        new Measured(
            large, Occasion.NODE_LOST, Timing.none("gave up", 0), Timing.none("not installed", 0));
    assertEquals(
        List.of(
            "- **missed**: 10 000 primitives on 100 nodes, settled, in 10 s and 4 GB: 11.0 s, 1 MB",
            "- **missed**: 10 000 primitives on 100 nodes, one node lost, in 10 s and 4 GB: gave up"),
        Target.forSizes(List.of(late, never)).stream().map(Target::line).toList());
  }

  private static Timing timing(double seconds) {
    return new Timing(Map.of("x.xml", seconds), Map.of(), 1 << 20, "");
  }

  private static Contestant contestant(String name, Supplier<Timing> timing) {
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Timing time(Path folder, int repeat, Duration limit) {
        return timing.get();
      }
    };
  }
}
