package dev.drover.raft;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The addresses by which one member is reached, one for each link. Ratis makes the channels and
 * knows one address of a member only; by that one {@link Redial} finds the others here. So they are
 * known to the whole process, as gRPC's policies are.
 */
final class Routes {
  private static final Map<String, Routes> KNOWN = new ConcurrentHashMap<>();

  private final List<SocketAddress> all;

  /** Which one is tried first. */
  private final AtomicInteger first = new AtomicInteger();

  private Routes(List<SocketAddress> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Says where else a member is reached. Names are looked up now, and not again.
   *
   * @param further hosts, besides the member's own
   */
  static void know(Member member, List<String> further) {
    Set<SocketAddress> all = new LinkedHashSet<>();
    all.add(new InetSocketAddress(member.host(), member.port()));
    further.forEach(host -> all.add(new InetSocketAddress(host, member.port())));
    String target = Peers.of(member).getAddress();
    Routes before = KNOWN.get(target);
    if (before == null || !before.all.equals(List.copyOf(all))) {
      KNOWN.put(target, new Routes(new ArrayList<>(all)));
    }
  }

  /** Those to whoever is called by that address; null where only that one is known. */
  static @Nullable Routes to(String target) {
    Routes routes = KNOWN.get(target);
    return routes == null || routes.all.size() < 2 ? null : routes;
  }

  /** The number of the one to be tried first. */
  int first() {
    return first.get();
  }

  /** The address of that number; they begin again after the last. */
  SocketAddress get(int number) {
    return all.get(Math.floorMod(number, all.size()));
  }

  /** Somebody answered at the address of that number: it is to be tried first. */
  void answered(int number) {
    first.set(number);
  }

  /** Nothing is heard over the one that is tried first: the next one is to be. */
  void leave() {
    first.incrementAndGet();
  }
}
