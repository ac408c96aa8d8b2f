package dev.drover.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code drover}: its verbs are classes of their own. */
@Command(
    name = "drover",
    description =
        "Keeps services running on a cluster of computers. What it decides, and why, is written in rules/.",
    subcommands = {
      AgentVerb.class,
      Attribute.class,
      Cluster.class,
      Config.class,
      DaemonVerb.class,
      DemoVerb.class,
      Events.class,
      Fence.class,
      Node.class,
      PolicyVerb.class,
      Resource.class,
      Rules.class,
      Simulate.class,
      Status.class,
      HelpCommand.class,
      GenerateCompletion.class,
    },
    versionProvider = Drover.Version.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something that was expected does not hold",
      "64:the command line makes no sense",
      "65:an input file or a rule makes no sense",
      "66:an input file is missing",
      "69:Java or a tool is missing",
      "70:a mistake in Drover",
      "73:a file cannot be created",
      "74:a file cannot be read or written"
    })
public final class Drover implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] args) {
    Schedulers.headStart(args);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs one verb; the process goes on. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    boolean simulates = isPlainSimulation(args);
    CommandLine command =
        (simulates
                ? new CommandLine(new Simulate()).setCommandName("drover simulate")
                : new CommandLine(new Drover()))
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(new Failures())
            .setParameterExceptionHandler(Drover::explainUsage)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true);
    try {
      return command.execute(simulates ? Arrays.copyOfRange(args, 1, args.length) : args);
    } catch (Error lackOfMemoryOrWorse) {
      return Failures.report(lackOfMemoryOrWorse, command.getErr());
    }
  }

  /**
   * To learn of all verbs takes longer than a simulation; only what is common to them, help and
   * version, needs them.
   */
  private static boolean isPlainSimulation(String... args) {
    return args.length > 0
        && args[0].equals("simulate")
        && Stream.of(args).noneMatch(Set.of("-h", "--help", "-V", "--version")::contains);
  }

  /** The folder that Drover was installed in; the launcher says where. */
  public static Path home() {
    return Path.of(System.getProperty("drover.home", "."));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a verb, such as `drover rules`");
  }

  private static int explainUsage(ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("drover: " + mistake.getMessage());
    boolean guessed = String.valueOf(mistake.getMessage()).contains("Maybe ");
    if (!guessed && !CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err)) {
      err.println("Maybe `" + command.getCommandSpec().qualifiedName() + " --help` helps");
    }
    return ExitCode.USAGE.number();
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Drover.class.getPackage().getImplementationVersion();
      return new String[] {"drover " + (version == null ? "(not packaged)" : version)};
    }
  }
}
