package dev.drover.daemon;

import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import dev.drover.model.config.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which member tries to fence a node. The leader does it itself, unless it is the one to be fenced;
 * what failed there the next member tries, because it may reach a device that the leader does not.
 * On the loop only.
 */
final class Fencers {
  private final String node;
  private final Supplier<Set<String>> present;
  private final BiPredicate<String, Letter> send;
  private final Map<FenceJob, String> sent = new LinkedHashMap<>();

  /**
   * Nothing is under way.
   *
   * @param node the leader's
   * @param present the members that are heard, the leader among them
   * @param send false where a letter cannot be sent
   */
  Fencers(String node, Supplier<Set<String>> present, BiPredicate<String, Letter> send) {
    this.node = node;
    this.present = present;
    this.send = send;
  }

  /**
   * Gives a job to a member.
   *
   * @return false where it cannot be reached
   */
  boolean give(FenceJob job) {
    List<String> able = able(job.target());
    String chosen = able.get(job.failures() % able.size());
    sent.put(job, chosen);
    return send.test(chosen, new Letter.Fence(job));
  }

  /** Has the member let a job be to which it was given, unless it has begun. */
  void withdraw(FenceJob job) {
    String chosen = sent.get(job);
    if (chosen != null) {
      // who is not reached fences, as if its device had been asked already
      var unused = send.test(chosen, new Letter.Withdraw(job));
    }
  }

  /** Whoever is fenced does it itself only where nobody else can. */
  private List<String> able(String target) {
    Set<String> others = new TreeSet<>(present.get());
    others.remove(node);
    others.remove(target);
    List<String> able = new ArrayList<>();
    if (!target.equals(node)) {
      able.add(node);
    }
    able.addAll(others);
    return able.isEmpty() ? List.of(node) : able;
  }

  /** Asks a member again what it was to do: the letter, or the answer, may be lost. */
  void askAgain(String member) {
    sent.forEach(
        (job, fencer) -> {
          if (fencer.equals(member)) {
            var unused = send.test(member, new Letter.Fence(job));
          }
        });
  }

  /** Who was given a job that has not ended; null where nobody was. */
  @Nullable String of(FenceJob job) {
    return sent.get(job);
  }

  /** How long a member may take: for each device twice, and once more for all else. */
  static Duration patience(FenceJob job, Configuration configuration) {
    long devices =
        configuration.resources().stream()
            .flatMap(Fences::all)
            .filter(config -> config.agent() != null && config.agent().isFenceDevice())
            .count();
    return Fences.timeout(job).multipliedBy(2 * devices + 1).plusMillis(job.delayMs());
  }

  /** A job has ended. */
  void ended(FenceJob job) {
    sent.remove(job);
  }

  /** The jobs that nobody will tell the end of, as that member is lost; they are forgotten. */
  List<FenceJob> lost(String member) {
    List<FenceJob> jobs =
        sent.entrySet().stream()
            .filter(job -> job.getValue().equals(member))
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparingLong(FenceJob::number))
            .toList();
    jobs.forEach(sent::remove);
    return jobs;
  }
}
