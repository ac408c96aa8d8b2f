package dev.drover.cli;

import dev.drover.simulate.Trial;
import dev.drover.text.cib.CibWriter;
import dev.drover.text.report.DotReport;
import dev.drover.text.report.GraphReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that write parts of an answer into files. */
final class SaveOptions {
  @Option(
      names = {"-D", "--save-dotfile"},
      paramLabel = "FILE",
      description = "Write the plan as a graph for Graphviz.")
  private @Nullable Path dot;

  @Option(
      names = {"-G", "--save-graph"},
      paramLabel = "FILE",
      description = "Write the plan as a transition graph in XML.")
  private @Nullable Path graph;

  @Option(
      names = {"-O", "--save-output"},
      paramLabel = "FILE",
      description = "Write the cluster state that is left as a CIB.")
  private @Nullable Path output;

  boolean isAsked() {
    return dot != null || graph != null || output != null;
  }

  /** Writes what was asked for; of a scenario there is no single plan or state, and so nothing. */
  void save(Simulation.Answer answer) throws IOException {
    Trial trial = answer.trial();
    if (trial == null) {
      return;
    }
    if (dot != null) {
      Files.writeString(dot, DotReport.of(trial.decision()));
    }
    if (graph != null) {
      Files.writeString(graph, GraphReport.of(trial.decision()));
    }
    if (output != null) {
      Files.writeString(
          output,
          CibWriter.write(trial.preview() == null ? trial.state() : trial.preview().after()));
    }
  }
}
