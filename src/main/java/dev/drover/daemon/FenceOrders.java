package dev.drover.daemon;

import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What leaders had this member fence. A leader that asks for the same again, because a letter may
 * be lost, is told the same again: nothing is done twice. On the loop only.
 */
final class FenceOrders {
  /** So many answers are remembered; a leader has few jobs at a time. */
  private static final int MOST = 100;

  /** Port: the devices. */
  @FunctionalInterface
  interface Devices {
    /** Fences; the outcome is given on the loop, and once. */
    void fence(FenceJob job, String by, BiConsumer<Boolean, String> ended);
  }

  private final Predicate<Token> obeys;
  private final Devices devices;
  private final BiConsumer<String, Letter> send;
  private final Map<FenceJob, Letter.Fenced> ended = new LinkedHashMap<>();
  private final Map<FenceJob, String> underWay = new LinkedHashMap<>();

  /**
   * Nothing was asked yet.
   *
   * @param obeys whether whoever has a token may lead still
   */
  FenceOrders(Predicate<Token> obeys, Devices devices, BiConsumer<String, Letter> send) {
    this.obeys = obeys;
    this.devices = devices;
    this.send = send;
  }

  /** A member that leads wants a node fenced. */
  void asked(String leader, FenceJob job) {
    Letter.Fenced known = ended.get(job);
    if (known != null) {
      send.accept(leader, known);
    } else if (!obeys.test(job.token())) {
      send.accept(leader, new Letter.Fenced(job, false, "the order is out of date"));
    } else if (underWay.put(job, leader) == null) {
      devices.fence(job, leader, (done, reason) -> over(new Letter.Fenced(job, done, reason)));
    }
  }

  private void over(Letter.Fenced outcome) {
    String leader = underWay.remove(outcome.job());
    ended.put(outcome.job(), outcome);
    if (ended.size() > MOST) {
      ended.remove(ended.keySet().iterator().next());
    }
    if (leader != null) {
      send.accept(leader, outcome);
    }
  }
}
