package dev.drover.agent.systemd;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.jspecify.annotations.Nullable;

/** Starts, stops or reloads a unit: queues the job, waits for its end, and looks at the unit. */
final class JobOperation extends Operation {
  /** How long the signal of a job may come after the state that says that it has ended. */
  private static final long SIGNAL_DELAY = 100;

  /** How a job ended whose signal was missed. */
  private static final String UNKNOWN = "";

  private final Jobs jobs;
  private final Overrides overrides;
  private final Verb verb;
  private @Nullable Link link;
  private @Nullable DBusPath job;
  private @Nullable Throwable refusal;
  private boolean hasEnded;

  JobOperation(
      Setting setting, AgentCall call, Verb verb, String unit, Consumer<AgentResult> whenEnded) {
    super(setting, call, unit, whenEnded);
    this.jobs = setting.jobs();
    this.overrides = setting.overrides();
    this.verb = verb;
  }

  @Override
  void connected(Link now) {
    link = now;
    refusal = null;
    if (job != null) {
      look(now);
    } else if (hasNewOrders()) {
      // A refusal leaves the unit as it was, which is no reason not to go on.
      answer(now, now.reload(), done -> queue(now), why -> queue(now));
    } else {
      queue(now);
    }
  }

  /**
   * Whether what systemd is told of the unit was changed. A stop takes it back before: the unit's
   * order at shutdown, after Drover, would have it wait for the very stop of Drover that it is part
   * of.
   */
  private boolean hasNewOrders() {
    return switch (verb) {
      case START -> overrides.put(unit);
      case STOP -> overrides.remove(unit);
      case RELOAD -> false;
    };
  }

  private void queue(Link now) {
    jobs.asked();
    CompletableFuture<DBusPath> queued = now.queue(verb, unit);
    queued.whenComplete(
        (path, why) -> {
          if (why == null) {
            queued(now, path);
          }
          jobs.answered();
        });
    answer(
        now,
        queued,
        path -> {
          if (!hasEnded) {
            lookLater();
          }
        },
        why -> {
          refusal = why;
          look(now);
        });
  }

  private void queued(Link now, DBusPath path) {
    if (isOver()) {
      now.cancel(path);
    } else {
      job = path;
      jobs.await(path, this::jobEnded);
    }
  }

  @Override
  void looked(UnitStatus status) {
    if (refusal != null) {
      refused(refusal, status);
    } else if (hasEnded) {
      settle(status);
    } else if (status.jobPath.equals(job)) {
      lookLater();
    } else {
      later(SIGNAL_DELAY, () -> jobEnded(UNKNOWN));
    }
  }

  @Override
  void abandon() {
    if (job != null && !hasEnded) {
      jobs.forget(job);
      if (link != null) {
        link.cancel(job);
      }
    }
  }

  /**
   * Why it was refused is in the unit: of an error, the library tells the words and not its name.
   */
  private void refused(Throwable why, UnitStatus status) {
    String words = Failure.words(why);
    if (!status.load.equals("loaded") && verb == Verb.STOP && !status.runs()) {
      // What is not there does not run.
      done(Outcome.RC_OK, "");
    } else if (!status.load.equals("loaded")) {
      end(Outcome.notInstalled(words));
    } else if (verb == Verb.RELOAD && status.runs()) {
      end(Outcome.notSupported(words));
    } else {
      end(Outcome.error(words, took()));
    }
  }

  private void jobEnded(String result) {
    hasEnded = true;
    if (job != null) {
      jobs.forget(job);
    }
    switch (result) {
      case UNKNOWN, "done" -> later(0, this::lookNow);
      case "timeout" ->
          end(Outcome.timedOut("systemd's %s of `%s` timed out".formatted(verb, unit), took()));
      default ->
          end(
              Outcome.error(
                  "systemd's %s of `%s` ended as `%s`. Maybe `journalctl -u %s` says why"
                      .formatted(verb, unit, result, unit),
                  took()));
    }
  }

  /** The job is over: the unit is where it should be, on its way there, or it went wrong. */
  private void settle(UnitStatus status) {
    if (status.isChanging()) {
      lookLater();
    } else if (verb.isReached(status)) {
      done(Outcome.RC_OK, "");
    } else {
      end(
          Outcome.error(
              "%s after its %s%s".formatted(status.inWords(), verb, guess(status)), took()));
    }
  }

  private String guess(UnitStatus status) {
    return verb == Verb.START && status.active.equals("inactive")
        ? ". Maybe its service ends by itself and needs `RemainAfterExit=yes`"
        : "";
  }
}
