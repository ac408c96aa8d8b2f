package dev.drover.cli;

import dev.drover.live.Letter;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover policy}: the rules that a running cluster decides by. */
@Command(name = "policy", description = "Change the rules that a running cluster decides by.")
public final class PolicyVerb implements Runnable {
  private static final int MOST_FILES = 1000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a verb, such as `drover policy apply`");
  }

  @Command(
      name = "apply",
      description =
          "Have a running cluster decide by other rules. Every member compiles them first; where one cannot or is not heard, nothing changes.")
  int apply(
      @Mixin SiteOption site,
      @Option(names = "--shipped", description = "The rules that Drover comes with again.")
          boolean shipped,
      @Option(
              names = "--skip-missing",
              description =
                  "Go on without members that are not heard. One that cannot compile the rules later keeps its own.")
          boolean skipMissing,
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "A folder of rules, such as an edited copy of rules/.")
          Path folder)
      throws IOException, InputException {
    if (shipped == (folder != null)) {
      throw new ParameterException(
          spec.subcommands().get("apply"), "expected either a folder of rules or `--shipped`");
    }
    Map<String, String> files = shipped ? Map.of() : files(folder);
    Map<String, String> words = new TreeMap<>(files);
    if (skipMissing) {
      words.put("skip-missing", "");
    }
    Letter.Answer done = site.client().ask("policy-apply", words);
    if (done.exit() != ExitCode.OK.number()) {
      return site.print(done);
    }
    PrintWriter out = spec.commandLine().getOut();
    String who = skipMissing ? "all members that are heard" : "all members";
    out.println(who + " decide by these rules from index " + done.text() + " on");
    out.flush();
    return ExitCode.OK.number();
  }

  private Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> rules =
          below
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".drl"))
              .limit(MOST_FILES)
              .toList();
      for (Path file : rules) {
        files.put(
            folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    if (files.isEmpty()) {
      throw new ParameterException(
          spec.subcommands().get("apply"), "found no file `*.drl` below `" + folder + "`");
    }
    return files;
  }
}
