package dev.drover.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures Drover and Pacemaker's scheduler side by side, and prints Markdown. */
@Command(
    name = "src/test/benchmark/run",
    description = {
      "Measure how long Drover and Pacemaker's scheduler take to decide, each warm and in one process, and print Markdown.",
      "Where crm_simulate is not installed, Drover is measured alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Benchmark implements Callable<Integer> {
  /** Pacemaker decides so often about each input: a folder of small ones takes a minute then. */
  private static final int FOLDER_REPEAT = 20;

  @Option(
      names = "--inputs",
      paramLabel = "DIR",
      description = "Also measure the inputs of this folder, such as Pacemaker's own cases.")
  private @Nullable Path inputs;

  @Option(
      names = "--size",
      paramLabel = "PRIMITIVES-on-NODES",
      split = ",",
      converter = SizeConverter.class,
      description =
          "The clusters to generate (default: 100-on-16,1000-on-16,10000-on-16,10000-on-100).")
  private List<Size> sizes = Size.ALL;

  @Option(names = "--only-inputs", description = "Generate no clusters.")
  private boolean onlyInputs;

  @Option(names = "--seed", description = "Which clusters (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      description = "How many processes to take the median of (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--repeat",
      paramLabel = "COUNT",
      description =
          "How often a process decides about a generated cluster; told is the median, as a garbage"
              + " collector falls into some decisions (default: ${DEFAULT-VALUE}).")
  private int repeat = 7;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description =
          "For how long Drover decides before times are taken (default: ${DEFAULT-VALUE}).")
  private int warmUp = 20;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description =
          "How long a process may take over a generated cluster (default: ${DEFAULT-VALUE}).")
  private int limit = 180;

  @Option(
      names = "--heap",
      paramLabel = "MEGABYTES",
      description = "How much heap Drover may take (default: ${DEFAULT-VALUE}).")
  private int heap = 3_584;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keep the generated inputs here, and use those that are there already.")
  private @Nullable Path keep;

  @Spec private CommandSpec spec;

  private final PrintWriter out;

  Benchmark(PrintWriter out) {
    this.out = out;
  }

  /** Runs the benchmark and ends the process. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(new Benchmark(out)).execute(arguments));
  }

  /** A size as people write it. */
  static final class SizeConverter implements ITypeConverter<Size> {
    @Override
    public Size convert(String value) {
      if (!value.matches("\\d{1,6}-on-\\d{1,4}")) {
        throw new TypeConversionException("found `" + value + "`, expected such as 1000-on-16");
      }
      String[] numbers = value.split("-on-", -1);
      return new Size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1 || repeat < 1 || limit < 1 || warmUp < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "found --rounds "
              + rounds
              + ", --repeat "
              + repeat
              + ", --limit "
              + limit
              + " and --warm-up "
              + warmUp
              + ", expected 1 or more, and 0 or more seconds to warm up");
    }
    Optional<PacemakerContestant> pacemaker = PacemakerContestant.find();
    DroverContestant drover = new DroverContestant(Duration.ofSeconds(warmUp), heap);
    Race race = new Race(drover, pacemaker, rounds, Duration.ofSeconds(limit));
    out.println("# Time to decide: Drover and Pacemaker's scheduler\n");
    out.println(Surroundings.line());
    out.println();
    List<Target> targets = new ArrayList<>();
    if (inputs != null) {
      Folder folder = race.overFolder(inputs, FOLDER_REPEAT);
      out.println("## " + folder.both().size() + " inputs of `" + inputs.getFileName() + "`\n");
      folder.report(race.opponent()).forEach(out::println);
      out.println();
      targets.add(Target.forFolder(folder));
    }
    if (!onlyInputs) {
      targets.addAll(Target.forSizes(generated(race, drover)));
    }
    out.println("## Targets\n");
    targets.forEach(target -> out.println(target.line()));
    out.flush();
    return 0;
  }

  private List<Measured> generated(Race race, DroverContestant drover)
      throws IOException, InterruptedException {
    Path folder = keep == null ? Files.createTempDirectory("benchmark") : keep;
    Inputs made = new Inputs(folder, drover);
    List<Measured> all = new ArrayList<>();
    out.println("## Generated clusters (seed " + seed + ")\n");
    SizeReport.head(race.opponent()).forEach(out::println);
    try {
      for (Size size : sizes) {
        for (Occasion occasion : Occasion.values()) {
          String trouble = made.prepare(size, occasion, seed);
          Measured measured =
              trouble.isEmpty()
                  ? race.over(size, occasion, made.folder(size, occasion), repeat)
                  : new Measured(
                      size, occasion, Timing.none(trouble, 0), Timing.none("no input", 0));
          all.add(measured);
          out.println(SizeReport.row(measured));
        }
      }
    } finally {
      if (keep == null) {
        Inputs.delete(folder);
      }
    }
    out.println();
    SizeReport.growth(all, race.opponent()).forEach(out::println);
    out.println();
    return all;
  }
}
