package dev.drover.daemon;

import dev.drover.daemon.Reach.Sign;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells a machine that is gone from one whose daemon is. A member that is silent is called on the
 * port that it listens at, and an agent, which listens nowhere, at the address that it called from:
 * where its machine's system answers, its daemon has ended or stands still, and has a while to come
 * back before anything is done to its node. Where nothing answers, that is known when the
 * heartbeats have been missed, because the call is made before.
 *
 * <p>Everything but the calls is done on the loop.
 */
final class Silence {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int MOST_HOSTS = 4;

  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final Consumer<Peer> gone;
  private final Duration allowed;
  private final Set<Peer> heard = new HashSet<>();

  /** From where those called that listen nowhere, the newest last. */
  private final Map<Peer, Set<String>> callers = new HashMap<>();

  private final Map<Peer, CompletableFuture<Sign>> calls = new HashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread made = new Thread(task, "call");
            made.setDaemon(true);
            return made;
          });

  /**
   * Nobody was heard yet.
   *
   * @param gone is told of a node that was heard, and is to be given up
   */
  Silence(Site site, Loop loop, Journal journal, Consumer<Peer> gone) {
    this.site = site;
    this.loop = loop;
    this.journal = journal;
    this.gone = gone;
    this.allowed = site.heartbeat().interval().multipliedBy(site.heartbeat().missed());
  }

  /** Begins to look at who is late; each beat. */
  void watch(Function<Peer, Duration> silent) {
    loop.every(
        site.heartbeat().interval(),
        () -> {
          for (Peer peer : threads.isShutdown() ? List.<Peer>of() : List.copyOf(heard)) {
            if (silent.apply(peer).compareTo(allowed.dividedBy(2)) >= 0) {
              call(peer);
            } else {
              calls.remove(peer);
            }
          }
        });
  }

  /** Somebody called, or was called. */
  void met(Peer peer, String host) {
    if (site.member(peer.node()).isPresent() || !Address.isHost(host)) {
      return;
    }
    Set<String> hosts = callers.computeIfAbsent(peer, first -> new LinkedHashSet<>());
    hosts.remove(host);
    hosts.add(host);
    if (hosts.size() > MOST_HOSTS) {
      hosts.remove(hosts.iterator().next());
    }
  }

  /** A node is heard, or has missed its beats. */
  void heard(Peer peer, boolean isUp) {
    journal.line(peer.node() + (isUp ? " is heard" : " is not heard any more"));
    if (isUp) {
      heard.add(peer);
    } else {
      heard.remove(peer);
      wait(peer, Duration.ZERO);
    }
  }

  private void wait(Peer peer, Duration waited) {
    if (threads.isShutdown()) {
      return;
    }
    var unused =
        call(peer)
            .exceptionally(
                mistake -> {
                  journal.mistake(mistake);
                  return Sign.SILENT;
                })
            .thenAccept(sign -> loop.execute(() -> judge(peer, sign, waited)));
  }

  private void judge(Peer peer, Sign sign, Duration waited) {
    if (heard.contains(peer)) {
      return;
    }
    // what answers for an agent is not the agent
    boolean standsStill = sign == Sign.ANSWERS && site.member(peer.node()).isPresent();
    Duration patience =
        sign == Sign.SILENT
            ? Duration.ZERO
            : standsStill ? site.patience().standstill() : site.patience().restart();
    if (waited.compareTo(patience) >= 0) {
      gone.accept(peer);
      return;
    }
    if (waited.isZero()) {
      journal.line(
          "%s's machine answers: its daemon has %s, and up to %d s to come back"
              .formatted(
                  peer.node(),
                  standsStill ? "come to a standstill" : "ended",
                  patience.toSeconds()));
    }
    loop.after(
        AGAIN,
        () -> {
          calls.remove(peer);
          wait(peer, waited.plus(AGAIN));
        });
  }

  /** The call that was made since the node fell silent, or a new one. */
  private CompletableFuture<Sign> call(Peer peer) {
    if (threads.isShutdown()) {
      return CompletableFuture.completedFuture(Sign.SILENT);
    }
    return calls.computeIfAbsent(
        peer,
        silent -> {
          CompletableFuture<Sign> best = CompletableFuture.completedFuture(Sign.SILENT);
          for (Address address : addresses(peer)) {
            best =
                best.thenCombine(
                    CompletableFuture.supplyAsync(
                        () -> Reach.of(address, allowed.multipliedBy(2).dividedBy(5)), threads),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
          }
          return best;
        });
  }

  /** Where a member listens; on any other node the system at least says that nobody does. */
  private List<Address> addresses(Peer peer) {
    return site.member(peer.node())
        .map(Site.Member::addresses)
        .orElseGet(
            () ->
                callers.getOrDefault(peer, Set.of()).stream()
                    .map(host -> new Address(host, Site.PORT))
                    .toList());
  }

  void close() {
    threads.shutdownNow();
  }
}
