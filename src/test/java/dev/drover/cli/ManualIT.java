package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the build makes of the commands: man pages and completion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualIT {
  private static final Path BUILT = Path.of(System.getProperty("drover.built", "target"));

  private final List<CommandSpec> commands = new ArrayList<>();

  ManualIT() {
    collect(new CommandLine(new Drover()).getCommandSpec());
  }

  @Test
  void thereIsAPageForEveryVerbAndNoOther() throws IOException {
    try (Stream<Path> pages = Files.list(BUILT.resolve("man"))) {
      assertEquals(
          commands.stream().map(ManualIT::page).distinct().sorted().toList(),
          pages.sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aPageHasEveryOptionOfItsVerb(CommandSpec command) throws IOException {
    String page = Files.readString(page(command)).replace("\\-", "-");
    assertTrue(page.contains(".SH \"SYNOPSIS\""), page);
    for (OptionSpec option : command.options()) {
      assertTrue(
          option.hidden() || page.contains("\\fB" + option.longestName() + "\\fP"),
          option.longestName());
    }
  }

  @Test
  void completionKnowsEveryVerb() throws IOException {
    String script = Files.readString(BUILT.resolve("completion/drover.bash"));
    assertTrue(script.contains("complete -F _complete_drover"), script);
    for (CommandSpec command : commands) {
      String function = command.qualifiedName("_").replace("-", "");
      assertTrue(script.contains("function _picocli_" + function + "()"), function);
    }
  }

  List<CommandSpec> commands() {
    return commands;
  }

  private void collect(CommandSpec command) {
    if (!command.usageMessage().hidden()) {
      commands.add(command);
      command.subcommands().values().forEach(verb -> collect(verb.getCommandSpec()));
    }
  }

  private static Path page(CommandSpec command) {
    return BUILT.resolve("man").resolve(command.qualifiedName("-") + ".1");
  }
}
