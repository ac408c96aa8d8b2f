package dev.drover.cli;

import dev.drover.text.InputException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover resource}: what can be done with one resource. */
@Command(
    name = "resource",
    description = "Work with one resource of a cluster.",
    subcommands = {ResourceDebug.class})
public final class Resource implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover resource debug`");
  }

  @Command(
      name = "move",
      description =
          "Move a resource of a running cluster to a node, and let it stay there until it is cleared.")
  int move(
      @Mixin SiteOption site,
      @Parameters(index = "0", paramLabel = "RESOURCE", description = "The resource's name.")
          String resource,
      @Parameters(index = "1", paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return place(site, resource, node, "INFINITY");
  }

  @Command(
      name = "ban",
      description = "Keep a resource of a running cluster away from a node until it is cleared.")
  int ban(
      @Mixin SiteOption site,
      @Parameters(index = "0", paramLabel = "RESOURCE", description = "The resource's name.")
          String resource,
      @Parameters(index = "1", paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return place(site, resource, node, "-INFINITY");
  }

  private static int place(SiteOption site, String resource, String node, String score)
      throws IOException, InputException {
    return site.change(
        "amend", Map.of("kind", "PLACE", "subject", resource, "name", node, "value", score));
  }

  @Command(
      name = "clear",
      description = "Take back where a resource was moved to and banned from; it may stay or go.")
  int clear(
      @Mixin SiteOption site,
      @Parameters(paramLabel = "RESOURCE", description = "The resource's name.") String resource)
      throws IOException, InputException {
    return site.change("clear", Map.of("resource", resource));
  }

  @Command(
      name = "cleanup",
      description = "Forget a resource's failures and history, and look at it anew.")
  int cleanup(
      @Mixin SiteOption site,
      @Option(names = "--node", paramLabel = "NODE", description = "On this node only.")
          @Nullable String node,
      @Parameters(paramLabel = "RESOURCE", description = "The resource's name.") String resource)
      throws IOException, InputException {
    return site.give(
        "cleanup",
        node == null ? Map.of("resource", resource) : Map.of("resource", resource, "node", node));
  }
}
