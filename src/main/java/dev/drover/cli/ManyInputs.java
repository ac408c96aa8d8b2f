package dev.drover.cli;

import dev.drover.text.InputException;
import dev.drover.text.report.DotReport;
import dev.drover.text.report.ScoreReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Simulates many inputs in one process, each into files of its own, and goes on after one that
 * fails.
 */
final class ManyInputs {
  private final Simulation simulation;
  private final Path folder;

  ManyInputs(Simulation simulation, Path folder) {
    this.simulation = simulation;
    this.folder = folder;
  }

  int run(List<Path> files, PrintWriter out, PrintWriter err) throws IOException {
    int failed = 0;
    int broken = 0;
    try (Progress progress = new Progress(files.size())) {
      for (Path file : files) {
        try {
          broken += write(file) ? 0 : 1;
          // An error of the last run must not look like one of this.
          Files.deleteIfExists(target(file, ".error"));
        } catch (InputException | RuntimeException | StackOverflowError failure) {
          failed++;
          Files.writeString(target(file, ".error"), describe(failure));
        }
        progress.step();
      }
    }
    out.println(
        files.size()
            + " inputs: "
            + (files.size() - failed - broken)
            + " hold, "
            + broken
            + " do not, "
            + failed
            + " could not be simulated"
            + (failed == 0 ? "" : " (see " + folder + "/*.error)"));
    err.flush();
    return failed > 0
        ? ExitCode.BAD_DATA.number()
        : broken > 0 ? ExitCode.EXPECTATION_FAILED.number() : 0;
  }

  private boolean write(Path file) throws IOException, InputException {
    Simulation.Answer answer = simulation.of(file);
    Files.writeString(target(file, ".summary"), answer.text());
    if (answer.trial() != null) {
      Files.writeString(target(file, ".dot"), DotReport.of(answer.trial().decision()));
      Files.writeString(
          target(file, ".scores"), ScoreReport.of(answer.trial().decision().scores()));
    }
    return answer.holds();
  }

  private Path target(Path file, String ending) {
    return folder.resolve(Input.baseName(file) + ending);
  }

  private static String describe(Throwable failure) {
    if (failure instanceof InputException) {
      return failure.getMessage() + "\n";
    }
    StringBuilder text = new StringBuilder(failure + "\n");
    for (StackTraceElement element : failure.getStackTrace()) {
      text.append("    at ").append(element).append('\n');
    }
    return text.toString();
  }

  /** A bar on a terminal; silent anywhere else. */
  private static final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    Progress(int all) {
      bar =
          System.console() == null
              ? null
              : new ProgressBarBuilder()
                  .setTaskName("simulate")
                  .setInitialMax(all)
                  .setStyle(ProgressBarStyle.ASCII)
                  .build();
    }

    void step() {
      if (bar != null) {
        bar.step();
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
