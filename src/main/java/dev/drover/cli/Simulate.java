package dev.drover.cli;

import dev.drover.schedule.Scheduler;
import dev.drover.schedule.resolve.Dates;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code drover simulate}: what would be decided, what would come of it, and whether a scenario's
 * promises hold.
 */
@Command(
    name = "simulate",
    description = {
      "Say what would be decided about a cluster, carry it out in a pretended world, and show what comes of it.",
      "A cluster is a CIB (.xml, .xml.bz2, .xml.gz) or a cluster file (.yaml). A scenario file (.yaml) tells what "
          + "happens to a cluster, and what must come of that."
    },
    sortOptions = false)
public final class Simulate implements Callable<Integer> {
  private static final int LONGEST_WARM_UP = 3_600;

  @Parameters(paramLabel = "FILE|DIRECTORY", arity = "1..*", description = "What to simulate.")
  private List<Path> paths = List.of();

  @Option(
      names = {"-S", "--simulate"},
      description = "Carry the plan out and show what comes of it (the default).")
  private boolean simulate;

  @Option(
      names = {"-R", "--run"},
      description = "Show the plan only.")
  private boolean planOnly;

  @Option(
      names = {"-s", "--show-scores"},
      description = "Show the scores that placement went by.")
  boolean scores;

  @Option(
      names = "--explain",
      description = "Show for each change the rules and facts that led to it.")
  boolean explain;

  @Option(
      names = {"-t", "--set-datetime"},
      paramLabel = "DATE",
      converter = Clock.Converter.class,
      description = "Decide as of this date (ISO 8601).")
  private @Nullable Clock clock;

  @Mixin private InjectionOptions injected = new InjectionOptions();

  @Mixin private SaveOptions save = new SaveOptions();

  @Option(names = "--output-as", paramLabel = "text|json", description = "The form of the answer.")
  private OutputForm form = OutputForm.TEXT;

  @Option(
      names = {"-P", "--profile"},
      description =
          "Show only how many seconds deciding about each input takes, warm, and reading it.")
  private boolean profile;

  @Option(
      names = {"-N", "--repeat"},
      paramLabel = "COUNT",
      description =
          "How often to decide about each input with --profile, which shows the median (default: 1).")
  private int repeat = 1;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description =
          "For how long to decide before --profile takes times, once about each input at least (default: 0).")
  private int warmUp = 0;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A folder of rules (default: rules/ of Drover itself).")
  private @Nullable Path rules;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description =
          "Write NAME.summary, NAME.dot and NAME.scores for each input, and NAME.error where one fails.")
  private @Nullable Path outputDir;

  @Spec private CommandSpec spec;

  /** In which form to answer. */
  enum OutputForm {
    TEXT,
    JSON
  }

  /**
   * A clock that somebody sets.
   *
   * @param text as it was written
   */
  record Clock(String text, Instant instant) {
    /** Reads a date. */
    static final class Converter implements ITypeConverter<Clock> {
      @Override
      public Clock convert(String value) {
        try {
          return new Clock(value, Dates.parse(value));
        } catch (DateTimeException noDate) {
          throw new TypeConversionException(
              "found `" + value + "`, expected a date such as 2026-01-31T12:30:00Z");
        }
      }
    }
  }

  @Override
  public Integer call() throws IOException, InputException {
    if (simulate && planOnly) {
      throw usage("found both --simulate and --run, expected one of them");
    }
    if (repeat < 1) {
      throw usage("found `" + repeat + "`, expected --repeat to be 1 or more");
    }
    if (warmUp < 0 || warmUp > LONGEST_WARM_UP) {
      throw usage("found `" + warmUp + "`, expected --warm-up to be from 0 to " + LONGEST_WARM_UP);
    }
    Supplier<Scheduler> scheduler = Schedulers.begin(rules);
    List<Path> files = Input.files(paths);
    PrintWriter out = spec.commandLine().getOut();
    Simulation simulation =
        new Simulation(
            scheduler, injected, clock, new Simulation.Wish(!planOnly, scores, explain, form));
    int code;
    if (profile) {
      code =
          new Profile(scheduler.get(), repeat, Duration.ofSeconds(warmUp), clock).run(files, out);
    } else if (outputDir != null) {
      Files.createDirectories(outputDir);
      code = new ManyInputs(simulation, outputDir).run(files, out, spec.commandLine().getErr());
    } else {
      code = each(files, simulation, out);
    }
    out.flush();
    return code;
  }

  private int each(List<Path> files, Simulation simulation, PrintWriter out)
      throws IOException, InputException {
    if (files.size() != 1 && save.isAsked()) {
      throw usage("found " + files.size() + " inputs, expected one where something is to be saved");
    }
    ExitCode code = ExitCode.OK;
    for (Path file : files) {
      if (files.size() > 1) {
        out.println("=== " + file);
      }
      Simulation.Answer answer = simulation.of(file);
      out.print(answer.text());
      save.save(answer);
      if (!answer.holds()) {
        code = ExitCode.EXPECTATION_FAILED;
      }
    }
    return code.number();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
