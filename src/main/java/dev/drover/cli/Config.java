package dev.drover.cli;

import dev.drover.daemon.Conversation;
import dev.drover.live.Letter;
import dev.drover.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code drover config}: what a running cluster is configured to be. */
@Command(
    name = "config",
    description = "Show or change what a running cluster is configured to be.")
public final class Config implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover config show`");
  }

  @Command(name = "show", description = "Print the configuration's file as it was applied last.")
  int show(@Mixin SiteOption site) throws IOException, InputException {
    return site.give("config-show", Map.of());
  }

  @Command(
      name = "apply",
      description =
          "Give a running cluster another configuration: a cluster file or a CIB. Says first what that changes. Refused where somebody else has changed it meanwhile.")
  int apply(
      @Mixin SiteOption site,
      @Option(names = "--dry-run", description = "Only say what would change.") boolean dryRun,
      @Option(
              names = "--expect",
              paramLabel = "INDEX",
              description =
                  "Refuse where the configuration has another index than this one (default: the one it has now).")
          @Nullable Long expected,
      @Parameters(paramLabel = "FILE", description = "A cluster file or a CIB.") Path file)
      throws IOException, InputException {
    Input input = Input.read(file);
    if (!(input instanceof Input.Cluster)) {
      throw new ParameterException(
          spec.subcommands().get("apply"),
          "found a scenario in `" + file + "`, expected a cluster file or a CIB");
    }
    if (!file.toString().matches(".*\\.(ya?ml|xml)")) {
      throw new ParameterException(
          spec.subcommands().get("apply"),
          "found a compressed file `"
              + file
              + "`, expected its text\nMaybe `bunzip2` or `gunzip` it first");
    }
    Map<String, String> words = new HashMap<>();
    words.put("name", file.getFileName().toString());
    words.put("text", Files.readString(file, StandardCharsets.UTF_8));
    try (Conversation conversation = site.client().open()) {
      Letter.Answer index = conversation.ask("config-index", Map.of());
      if (index.exit() != ExitCode.OK.number()) {
        return site.print(index);
      }
      int told = site.print(conversation.ask("config-plan", words));
      if (told != ExitCode.OK.number() || dryRun) {
        return told;
      }
      words.put("expected", expected == null ? index.text() : Long.toString(expected));
      Letter.Answer done = conversation.ask("config-apply", words);
      return done.exit() == ExitCode.OK.number()
          ? site.print(
              new Letter.Answer(0, 0, "applied, the configuration's index is " + done.text()))
          : site.print(done);
    }
  }
}
