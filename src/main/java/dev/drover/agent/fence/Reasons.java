package dev.drover.agent.fence;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Ended.How;
import java.util.List;

/** Why a fence agent failed, as people read it. */
final class Reasons {
  private static final int LENGTH = 1000;
  private static final int SIGNALLED = 128;

  private Reasons() {}

  /** The reason; empty for exit code 0. */
  static String of(FenceCall call, Ended ended) {
    String said = said(call, ended.errors());
    String also = said.isEmpty() ? "" : ": " + said;
    return switch (ended.how()) {
      case TIMED_OUT ->
          "%s of `%s` did not end within %d ms and was killed%s"
              .formatted(call.action(), call.agent(), call.timeout().toMillis(), also);
      case CANCELLED -> "%s of `%s` was cancelled".formatted(call.action(), call.agent());
      case NOT_STARTED -> said;
      case EXITED -> ended.code() == 0 ? "" : said.isEmpty() ? silent(call, ended.code()) : said;
    };
  }

  /** What the agent's end means, its passwords masked. */
  static FenceOutcome outcome(FenceCall call, Ended ended) {
    int code = ended.how() == How.EXITED ? ended.code() : -1;
    return new FenceOutcome(ended.how(), code, of(call, ended), ended.output(), ended.took());
  }

  private static String silent(FenceCall call, int code) {
    return code > SIGNALLED
        ? "`%s` was ended by signal %d".formatted(call.agent(), code - SIGNALLED)
        : "`%s` ended with code %d and said nothing".formatted(call.agent(), code);
  }

  /** The end of what was said, in one line: an agent's last words say most. */
  private static String said(FenceCall call, String errors) {
    List<String> lines =
        Secrets.mask(errors, call.parameters())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    String all = String.join("; ", lines).replaceAll("\\p{Cntrl}", " ");
    return all.length() <= LENGTH ? all : "…" + all.substring(all.length() - LENGTH);
  }
}
