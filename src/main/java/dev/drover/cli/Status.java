package dev.drover.cli;

import dev.drover.text.InputException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drover status}: how a running cluster stands. */
@Command(
    name = "status",
    description = "Tell how a running cluster stands: its nodes, resources, failures and fencing.")
public final class Status implements Callable<Integer> {
  @Mixin private SiteOption site = new SiteOption();

  @Option(names = "--full", description = "Tell all that is remembered.")
  private boolean full;

  @Option(
      names = "--output-as",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Simulate.OutputForm form = Simulate.OutputForm.TEXT;

  @Override
  public Integer call() throws IOException, InputException {
    Map<String, String> words = new HashMap<>();
    if (full) {
      words.put("full", "yes");
    }
    if (form == Simulate.OutputForm.JSON) {
      words.put("as", "json");
    }
    return site.give("status", words);
  }
}
