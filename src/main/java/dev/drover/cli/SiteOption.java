package dev.drover.cli;

import dev.drover.daemon.Client;
import dev.drover.live.Letter;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.yaml.SiteReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
          "The site file of this node; a command is given with an operator's, `operator/site.yaml` beside it where this is a node's (default: the environment's DROVER_SITE, or /etc/drover/site.yaml).")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private Path named() {
    Path named = file;
    if (named != null) {
      return named;
    }
    String fromEnvironment = System.getenv("DROVER_SITE");
    return fromEnvironment == null ? USUAL : Path.of(fromEnvironment);
  }

  /** Who this is and where the others are. */
  Site read() throws InputException {
    return SiteReader.read(named());
  }

  /**
   * Who gives a command: always an operator, because whoever comes with a node's certificate would
   * be taken for that node's daemon. Nodes have an operator's files beside their own.
   */
  private Site operator() throws InputException {
    Path named = named();
    Path beside = named.resolveSibling(Roster.OPERATOR).resolve("site.yaml");
    boolean hasBeside = Files.exists(beside);
    if (Files.exists(named) || !hasBeside) {
      Site site = SiteReader.read(named);
      if (site.role() == Role.OPERATOR) {
        return site;
      } else if (!hasBeside) {
        throw refusal(named, site.role(), beside);
      }
    }
    Site site = SiteReader.read(beside);
    if (site.role() != Role.OPERATOR) {
      throw refusal(beside, site.role(), beside);
    }
    return site;
  }

  private static InputException refusal(Path file, Role role, Path beside) {
    return new InputException(
        new InputProblem(
            file.toString(),
            0,
            0,
            role.word(),
            "the role `operator`: a node's certificate is for its daemon alone",
            "the folder `operator` that `drover cluster init` made is to be copied to "
                + beside.resolveSibling("")));
  }

  /** Gives a command, and prints what is answered. */
  int give(String verb, Map<String, String> words) throws IOException, InputException {
    return print(client().ask(verb, words));
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
    return new Client(operator());
  }
}
