package dev.drover.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drover cluster}: what makes a cluster, and keeps its certificates fresh. */
@Command(
    name = "cluster",
    description = "Make a cluster's files, and renew its certificates.",
    subcommands = {ClusterInit.class, ClusterRenew.class})
public final class Cluster implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover cluster init`");
  }
}
