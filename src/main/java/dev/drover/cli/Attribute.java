package dev.drover.cli;

import dev.drover.live.Letter;
import dev.drover.model.Intervals;
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

/** {@code drover attribute}: what rules and constraints can ask about a node. */
@Command(
    name = "attribute",
    description = "Show or change what is said about the nodes of a running cluster.")
public final class Attribute implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover attribute show`");
  }

  @Command(name = "set", description = "Give a node an attribute, or another value of it.")
  int set(
      @Mixin SiteOption site,
      @Option(names = "--transient", description = "Forget it when the node starts again.")
          boolean isTransient,
      @Option(
              names = "--dampening",
              paramLabel = "TIME",
              defaultValue = "0",
              description =
                  "Take it up together with others that are changed within that time, such as `5s`; at most 30 s, and only with --transient.")
          String dampening,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node,
      @Parameters(paramLabel = "NAME", description = "The attribute's name.") String name,
      @Parameters(paramLabel = "VALUE", description = "Its value.") String value)
      throws IOException, InputException {
    return change(site, isTransient, dampening, node, name, value);
  }

  @Command(name = "unset", description = "Take an attribute of a node away.")
  int unset(
      @Mixin SiteOption site,
      @Option(names = "--transient", description = "The one that is forgotten with a restart.")
          boolean isTransient,
      @Option(
              names = "--dampening",
              paramLabel = "TIME",
              defaultValue = "0",
              description = "As for `set`.")
          String dampening,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node,
      @Parameters(paramLabel = "NAME", description = "The attribute's name.") String name)
      throws IOException, InputException {
    return change(site, isTransient, dampening, node, name, null);
  }

  @Command(name = "show", description = "Print a node's attributes.")
  int show(
      @Mixin SiteOption site,
      @Parameters(paramLabel = "NODE", description = "The node's name.") String node)
      throws IOException, InputException {
    return site.give("attribute-show", Map.of("node", node));
  }

  private int change(
      SiteOption site,
      boolean isTransient,
      String dampening,
      String node,
      String name,
      @Nullable String value)
      throws IOException, InputException {
    Map<String, String> words = new HashMap<>();
    words.put("name", name);
    if (value != null) {
      words.put("value", value);
    }
    long wait =
        Intervals.read(dampening)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "found the dampening `" + dampening + "`, expected a time such as `5s`"));
    if (!isTransient && wait > 0) {
      throw new ParameterException(
          spec.commandLine(), "`--dampening` is for attributes with `--transient`");
    }
    if (isTransient) {
      words.put("node", node);
      words.put("dampening", Long.toString(wait));
      Letter.Answer answer = site.client().ask("attribute-set", words);
      return site.print(answer);
    }
    words.put("kind", "NODE_ATTRIBUTE");
    words.put("subject", node);
    return site.change("amend", words);
  }
}
