package dev.drover.agent;

import dev.drover.agent.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resource agents of OCF 1.1: executable files {@code ROOT/resource.d/PROVIDER/TYPE}.
 *
 * <p>The task is the argument, everything else is in the environment. An exit code is passed on as
 * it is, with the reason that the agent wrote to standard error after {@code ocf-exit-reason:}. A
 * missing file is rc 5 with status 7 (not installed); one that may not be run is rc 4 with status 4
 * (error); an overrun timeout is rc 1 with status 2.
 *
 * <p>While an agent works it is asked how it reloads, where that is not known yet; what comes of
 * that goes with the result of an operation after which the service runs with its parameters. A
 * reload is called as the agent knows it.
 */
public final class OcfAgent implements ResourceAgent {
  private static final Set<String> RELOADS = Set.of(Reload.AGENT, Reload.OLD);

  /** After these a service runs with the parameters that they were given. */
  private static final Set<String> GIVES_PARAMETERS =
      Set.of("start", "monitor", "promote", "demote", "migrate_from");

  private final Path root;
  private final @Nullable Path tools;
  private final Script scripts;
  private final @Nullable KnownReloads reloads;

  /**
   * Agents below a folder.
   *
   * @param root absolute; {@code /usr/lib/ocf} on most machines
   * @param tools the folder of the programs by which agents ask the cluster; null where there is no
   *     cluster to ask
   * @param reloads tells how agents reload; null where nobody wants to know
   */
  public OcfAgent(
      Path root, @Nullable Path tools, Processes processes, @Nullable KnownReloads reloads) {
    this.root = root;
    this.tools = tools;
    this.scripts = new Script(processes);
    this.reloads = reloads;
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    String provider = call.agent().provider();
    Path file =
        provider == null
            ? null
            : Script.below(root.resolve("resource.d"), provider, call.agent().type());
    if (file == null) {
      return Script.answer(
          Outcome.notInstalled(
              "`%s` is no agent's name: expected `ocf:PROVIDER:TYPE`".formatted(call.agent())),
          whenEnded);
    }
    boolean isReload = RELOADS.contains(call.task());
    boolean concerned = isReload || GIVES_PARAMETERS.contains(call.task());
    if (reloads == null || !call.interval().isZero() || !concerned) {
      return run(file, call, whenEnded);
    }
    CompletableFuture<Optional<Reload>> known =
        reloads.of(call.agent(), file, Environment.ofMetadata(root, tools, call.agent()));
    return isReload ? reload(file, call, known, whenEnded) : perform(file, call, known, whenEnded);
  }

  private Running run(Path file, AgentCall call, Consumer<AgentResult> whenEnded) {
    return scripts.run(
        file,
        call.task(),
        call,
        Environment.of(root, tools, call),
        ended -> Outcome.of(call, ended),
        whenEnded);
  }

  /** A cancellation ends the wait for what the agent says of itself, too. */
  private Running perform(
      Path file,
      AgentCall call,
      CompletableFuture<Optional<Reload>> known,
      Consumer<AgentResult> whenEnded) {
    Running running = run(file, call, result -> tell(result, known, whenEnded));
    return () -> {
      known.complete(Optional.empty());
      running.cancel();
    };
  }

  private static void tell(
      AgentResult result,
      CompletableFuture<Optional<Reload>> known,
      Consumer<AgentResult> whenEnded) {
    if (!Outcome.isRunning(result.outcome())) {
      whenEnded.accept(result);
      return;
    }
    var unused =
        known.thenAccept(
            reload ->
                whenEnded.accept(
                    reload.map(how -> result.with(how.unreloadable())).orElse(result)));
  }

  /** What an agent is not known to call otherwise is called as OCF does now. */
  private Running reload(
      Path file,
      AgentCall call,
      CompletableFuture<Optional<Reload>> known,
      Consumer<AgentResult> whenEnded) {
    CompletableFuture<Running> begun =
        known.thenApply(
            how -> {
              String task = how.map(Reload::task).orElse(Reload.AGENT);
              return perform(
                  file, call.as(task), CompletableFuture.completedFuture(how), whenEnded);
            });
    return () -> {
      if (known.completeExceptionally(new CancellationException())) {
        whenEnded.accept(Outcome.cancelled(call, Duration.ZERO));
      } else {
        var unused = begun.thenAccept(Running::cancel);
      }
    };
  }
}
