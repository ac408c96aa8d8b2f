package dev.drover.cli;

import dev.drover.text.InputException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover node}: what a running cluster's nodes may run. */
@Command(name = "node", description = "Say what the nodes of a running cluster may run.")
public final class Node implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover node standby`");
  }

  @Command(
      name = "standby",
      description = "Let nothing run on a node; what runs there goes elsewhere.")
  int standby(
      @Mixin SiteOption site,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return set(site, node, "standby", "on");
  }

  @Command(name = "unstandby", description = "Let a node run resources again.")
  int unstandby(
      @Mixin SiteOption site,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return set(site, node, "standby", null);
  }

  @Command(
      name = "maintenance",
      description = "Leave everything on a node as it is, and do not look at it.")
  int maintenance(
      @Mixin SiteOption site,
      @Option(names = "--off", description = "Take care of the node again.") boolean off,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return set(site, node, "maintenance", off ? null : "true");
  }

  private static int set(SiteOption site, String node, String name, @Nullable String value)
      throws IOException, InputException {
    Map<String, String> words = new HashMap<>();
    words.put("kind", "NODE_ATTRIBUTE");
    words.put("subject", node);
    words.put("name", name);
    if (value != null) {
      words.put("value", value);
    }
    return site.change("amend", words);
  }
}
