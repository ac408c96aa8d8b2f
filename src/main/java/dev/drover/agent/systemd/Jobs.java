package dev.drover.agent.systemd;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;

/**
 * Who waits for the end of which job.
 *
 * <p>The signal of a short job may be heard before the answer that names the job. So ends are kept
 * while an answer is awaited. Used on the agent's thread alone.
 */
final class Jobs {
  /** How many ends are kept at most; a signal that is missed costs a look at the unit. */
  private static final int KEPT = 1000;

  private final Map<String, Consumer<String>> waiting = new HashMap<>();
  private final Map<String, String> ended = new LinkedHashMap<>();
  private int awaitedAnswers;

  /** An answer that names a job is on its way. */
  void asked() {
    awaitedAnswers++;
  }

  /** The answer came, whether or not it named a job. */
  void answered() {
    awaitedAnswers--;
    if (awaitedAnswers == 0) {
      ended.clear();
    }
  }

  /** Gives a job's result when it has ended: once, and never where {@link #forget} comes first. */
  void await(DBusPath job, Consumer<String> whenEnded) {
    String result = ended.remove(job.getPath());
    if (result == null) {
      waiting.put(job.getPath(), whenEnded);
    } else {
      whenEnded.accept(result);
    }
  }

  void forget(DBusPath job) {
    waiting.remove(job.getPath());
  }

  void removed(Manager.JobRemoved signal) {
    String job = signal.job().getPath();
    Consumer<String> whenEnded = waiting.remove(job);
    if (whenEnded != null) {
      whenEnded.accept(signal.result());
    } else if (awaitedAnswers > 0 && ended.size() < KEPT) {
      ended.put(job, signal.result());
    }
  }
}
