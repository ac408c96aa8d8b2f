package dev.drover.cli;

import dev.drover.daemon.Client;
import dev.drover.live.Letter;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.yaml.SiteReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which cluster a command is for, and how it is given to it. */
final class SiteOption {
  private static final Path USUAL = Path.of("/etc/drover/site.yaml");

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "The site file of this node, or of the operator (default: the environment's DROVER_SITE, or /etc/drover/site.yaml).")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Who this is and where the others are. */
  Site read() throws InputException {
    Path named = file;
    if (named == null) {
      String fromEnvironment = System.getenv("DROVER_SITE");
      named = fromEnvironment == null ? USUAL : Path.of(fromEnvironment);
    }
    return SiteReader.read(named);
  }

  /** Gives a command, and prints what is answered. */
  int give(String verb, Map<String, String> words) throws IOException, InputException {
    Letter.Answer answer = new Client(read()).ask(verb, words);
    return print(answer);
  }

  /** Changes something beside the configuration's file, and says so. */
  int change(String verb, Map<String, String> words) throws IOException, InputException {
    Letter.Answer answer = client().ask(verb, words);
    return answer.exit() == ExitCode.OK.number()
        ? print(new Letter.Answer(0, 0, "done, the configuration's index is " + answer.text()))
        : print(answer);
  }

  /** Prints an answer where it belongs, and tells the exit code. */
  int print(Letter.Answer answer) {
    boolean good = answer.exit() == ExitCode.OK.number();
    PrintWriter out = good ? spec.commandLine().getOut() : spec.commandLine().getErr();
    if (!answer.text().isEmpty()) {
      out.println(answer.text().stripTrailing());
      out.flush();
    }
    return answer.exit();
  }

  Client client() throws InputException {
    return new Client(read());
  }
}
