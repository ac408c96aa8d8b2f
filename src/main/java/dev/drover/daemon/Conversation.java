package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import dev.drover.live.Letter;
import dev.drover.net.Backoff;
import dev.drover.net.Connection;
import dev.drover.net.Dialer;
import dev.drover.net.Limits;
import dev.drover.net.Network;
import dev.drover.net.Workers;
import dev.drover.peer.Address;
import dev.drover.peer.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Commands of one operator, over connections that stay: where one ends, the next command takes
 * another. For several threads.
 */
public final class Conversation implements AutoCloseable {
  private static final Duration CALL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(70);
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final Site site;
  private final Calls calls = new Calls();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "calling"));
  private final List<Dialer> dialers = new ArrayList<>();
  private final Workers workers = new Workers();

  Conversation(Site site) throws IOException {
    this.site = site;
    Network network;
    try {
      network = new Network(KeyRing.read(site.tls()), Limits.usual(), workers);
    } catch (IOException e) {
      timer.shutdownNow();
      workers.close();
      throw e;
    }
    for (Site.Member member : site.members()) {
      if (member.witness()) {
        continue;
      }
      for (Address address : member.addresses()) {
        dialers.add(
            network.dial(
                new InetSocketAddress(address.host(), address.port()),
                site.peer(member),
                calls,
                new Backoff(CALL, CALL.multipliedBy(5), new Random()),
                timer));
      }
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IOException where no member answers, and the message says what each of them did; or
   *     where the connection ends before the answer: the command may have been carried out or not
   */
  public Letter.Answer ask(String verb, Map<String, String> words) throws IOException {
    Connection connection = calls.await(TO_CONNECT);
    CompletableFuture<Letter.Answer> answered = new CompletableFuture<>();
    long number = calls.expect(connection, answered);
    try {
      if (!Links.send(connection, new Letter.Ask(number, site.node(), verb, words))) {
        throw new IOException(connection.peer().node() + " takes no command at present");
      }
      return answered.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(connection.peer().node() + " gives no answer", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      calls.forget(number);
    }
  }

  /** Ends its connections; what still waits for an answer gets none. */
  @Override
  public void close() {
    dialers.forEach(Dialer::close);
    timer.shutdownNow();
    workers.close();
  }
}
