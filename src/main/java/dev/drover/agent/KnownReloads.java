package dev.drover.agent;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Ended.How;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import dev.drover.model.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How OCF agents reload, which each is asked for once, and again where its file has changed.
 *
 * <p>One that does not answer in time, or not well, is taken for one that cannot reload, and people
 * are told so once. Who did not answer is asked again with the next operation, which does not wait
 * for that.
 */
public final class KnownReloads {
  /** An agent's answer is waited for so long at most. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** As many as one machine may have installed; the one learned first is forgotten then. */
  private static final int LIMIT = 500;

  private final Processes processes;
  private final ReloadReader reader;
  private final Consumer<String> journal;
  private final Map<Path, Known> known = new LinkedHashMap<>();

  /**
   * What is known of one version of an agent.
   *
   * @param answer fails where the agent did not answer
   * @param isFirst whether it was not asked before
   */
  private record Known(
      FileTime version, CompletableFuture<Optional<Reload>> answer, boolean isFirst) {}

  /**
   * Knows none yet.
   *
   * @param processes run the agents; it is best if nothing else waits for its turn there
   * @param journal is told, in a line, of each agent whose answer is of no use
   */
  public KnownReloads(Processes processes, ReloadReader reader, Consumer<String> journal) {
    this.processes = processes;
    this.reader = reader;
    this.journal = journal;
  }

  /**
   * How an agent reloads; empty where it cannot, or does not say.
   *
   * @param environment what the agent finds when it is asked for its metadata
   * @return surely complete within {@link #PATIENCE}; who does not want to wait so long may
   *     complete it itself
   */
  synchronized CompletableFuture<Optional<Reload>> of(
      Agent agent, Path file, Map<String, String> environment) {
    FileTime version;
    try {
      version = Files.getLastModifiedTime(file);
    } catch (IOException missing) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Known before = known.get(file);
    boolean isOther = before == null || !before.version.equals(version);
    Known now =
        before == null || isOther || before.answer.isCompletedExceptionally()
            ? new Known(version, ask(agent, file, environment, isOther), isOther)
            : before;
    remember(file, now);
    CompletableFuture<Optional<Reload>> answer = now.answer.exceptionally(none -> Optional.empty());
    return now.isFirst || answer.isDone()
        ? answer.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private void remember(Path file, Known now) {
    known.put(file, now);
    if (known.size() > LIMIT) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private CompletableFuture<Optional<Reload>> ask(
      Agent agent, Path file, Map<String, String> environment, boolean isFirst) {
    Program program = new Program(List.of(file.toString(), "meta-data"), environment, "", PATIENCE);
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    processes.start(program, ended::complete);
    return ended.thenApply(
        end -> {
          try {
            return read(agent, end);
          } catch (UnusableMetadataException unusable) {
            if (isFirst && end.how() != How.CANCELLED) {
              journal.accept(consequence(String.valueOf(unusable.getMessage()), agent, file));
            }
            if (isNoAnswer(end)) {
              throw new CancellationException("no metadata of " + agent);
            }
            return Optional.empty();
          }
        });
  }

  private Optional<Reload> read(Agent agent, Ended ended) throws UnusableMetadataException {
    if (ended.how() == How.EXITED && ended.code() == Outcome.RC_OK) {
      return reader.read(agent.toString(), ended.output());
    }
    String found =
        switch (ended.how()) {
          case EXITED -> "the exit code `%d`, expected `0`".formatted(ended.code());
          case TIMED_OUT -> "no end within %d s".formatted(PATIENCE.toSeconds());
          case CANCELLED, NOT_STARTED -> "no program that runs";
        };
    throw new UnusableMetadataException("metadata of %s: found %s".formatted(agent, found));
  }

  private static boolean isNoAnswer(Ended ended) {
    return ended.how() != How.EXITED || Outcome.isSignal(ended.code());
  }

  private static String consequence(String problem, Agent agent, Path file) {
    return "%s: resources of `%s` are not reloaded but restarted when parameters change. Maybe run `%s meta-data`"
        .formatted(problem, agent, file);
  }
}
