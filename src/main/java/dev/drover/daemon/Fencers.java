package dev.drover.daemon;

import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Which member tries to fence a node. The leader does it itself, unless it is the one to be fenced;
 * what failed there the next member tries, because it may reach a device that the leader does not.
 * On the loop only.
 */
final class Fencers {
  private final String node;
  private final Supplier<Set<String>> present;
  private final BiPredicate<String, Letter> send;
  private final Map<FenceJob, String> sent = new HashMap<>();

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
