package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.keys.KeyRing;
import dev.drover.net.Admission;
import dev.drover.net.Backoff;
import dev.drover.net.Connection;
import dev.drover.net.Dialer;
import dev.drover.net.Events;
import dev.drover.net.Limits;
import dev.drover.net.Listener;
import dev.drover.net.Message;
import dev.drover.net.Network;
import dev.drover.net.Refusal;
import dev.drover.net.Workers;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.yaml.SiteReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A cluster's files that {@code drover cluster init} makes, and what was said. */
abstract class ClusterGround {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  @TempDir Path temp;

  Path init() {
    Path shop = temp.resolve("shop");
    assertEquals(0, run(initInto(shop)), err::toString);
    return shop;
  }

  static String[] initInto(Path folder) {
    return new String[] {
      "cluster",
      "init",
      "--cluster",
      "shop",
      "--member",
      "alice=127.0.0.1,localhost:7900",
      "--member",
      "bob=127.0.0.1:7802",
      "--witness",
      "carol=[::1]",
      "--agent",
      "box=box.example",
      "--days",
      "30",
      "--output",
      folder.toString()
    };
  }

  /** Who that is that a listener with one node's files meets, when another with its own calls. */
  static Peer whoReaches(Path folder, String listening, String dialling) throws Exception {
    Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(1));
    Site here = SiteReader.read(folder.resolve(listening).resolve("site.yaml"));
    Site there = SiteReader.read(folder.resolve(dialling).resolve("site.yaml"));
    Met met = new Met();
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    try (Workers workers = new Workers();
        Listener listener =
            new Network(KeyRing.read(here.tls()), Limits.usual(), workers)
                .listen(
                    new InetSocketAddress("127.0.0.1", 0),
                    Admission.of("shop", Set.of(Role.values())),
                    met);
        Dialer dialer =
            new Network(KeyRing.read(there.tls()), Limits.usual(), workers)
                .dial(listener.address(), here.self(), new Met(), backoff, scheduler)) {
      return met.who.get(30, TimeUnit.SECONDS);
    } finally {
      scheduler.shutdownNow();
    }
  }

  /** Waits for the first peer. */
  private static final class Met implements Events {
    final CompletableFuture<Peer> who = new CompletableFuture<>();

    @Override
    public void opened(Connection connection) {
      who.complete(connection.peer());
    }

    @Override
    public void received(Connection connection, Message message) {}

    @Override
    public void closed(Connection connection, Refusal why) {
      who.completeExceptionally(new IOException(why.toString()));
    }

    @Override
    public void refused(Refusal why) {
      who.completeExceptionally(new IOException(why.toString()));
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  String all() {
    return out + "\n" + err;
  }

  int run(String... args) {
    return Drover.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
