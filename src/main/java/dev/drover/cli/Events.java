package dev.drover.cli;

import dev.drover.daemon.Conversation;
import dev.drover.live.Letter;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover events}: what happened in a running cluster. */
@Command(
    name = "events",
    description =
        "Tell what happened in a running cluster, with the reasons: a line each, with its place in the log and its time.")
public final class Events implements Callable<Integer> {
  private static final long PAUSE_MS = 500;

  @Mixin private SiteOption site = new SiteOption();

  @Option(names = "--follow", description = "Go on telling what happens, until interrupted.")
  private boolean follow;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException, InterruptedException {
    try (Conversation conversation = site.client().open()) {
      return tell(conversation);
    }
  }

  private int tell(Conversation conversation) throws IOException, InterruptedException {
    String last = "0";
    while (true) {
      try {
        Letter.Answer answer = conversation.ask("events", Map.of("after", last));
        if (answer.exit() != ExitCode.OK.number() && !follow) {
          return site.print(answer);
        }
        if (answer.exit() == ExitCode.OK.number() && !answer.text().isEmpty()) {
          last = tell(answer.text());
        }
      } catch (IOException nobodyAnswers) {
        if (!follow) {
          throw nobodyAnswers;
        }
      }
      if (!follow) {
        return ExitCode.OK.number();
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private String tell(String lines) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(lines);
    out.flush();
    String latest = lines.substring(lines.lastIndexOf('\n') + 1);
    return latest.substring(0, latest.indexOf(' '));
  }
}
