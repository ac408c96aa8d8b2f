package dev.drover.cli;

import dev.drover.text.InputException;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover fence}: what people do about fencing. */
@Command(name = "fence", description = "Help a running cluster to fence.")
public final class Fence implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover fence confirm`");
  }

  @Command(
      name = "confirm",
      description =
          "Say that a node is powered off, so that what it ran can start elsewhere. Where that is not true, services may be active twice.")
  int confirm(
      @Mixin SiteOption site,
      @Option(
              names = "--it-is-off",
              required = true,
              description = "Says that you have seen it: required.")
          boolean seen,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return site.give("fence-confirm", Map.of("node", node));
  }
}
