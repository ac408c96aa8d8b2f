package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.net.Backoff;
import dev.drover.net.Connection;
import dev.drover.net.Events;
import dev.drover.net.Limits;
import dev.drover.net.Message;
import dev.drover.net.Network;
import dev.drover.net.Refusal;
import dev.drover.net.TlsFiles;
import dev.drover.peer.Address;
import dev.drover.peer.Site;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives a command to whichever member answers first. */
public final class Client {
  private static final Duration CALL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(70);
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final Site site;

  /** A client with the operator's certificate, as its site file names it. */
  public Client(Site site) {
    this.site = site;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IOException where no member answers; the message says what each of them did
   */
  public Letter.Answer ask(String verb, Map<String, String> words) throws IOException {
    CompletableFuture<Connection> connected = new CompletableFuture<>();
    CompletableFuture<Letter.Answer> answered = new CompletableFuture<>();
    Calling calling = new Calling(connected, answered);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (Network network =
        new Network(
            new TlsFiles(site.tls().authority(), site.tls().certificate(), site.tls().key()),
            Limits.usual())) {
      for (Site.Member member : site.members()) {
        for (Address address : member.addresses()) {
          network.dial(
              new InetSocketAddress(address.host(), address.port()),
              site.peer(member),
              calling,
              new Backoff(CALL, CALL.multipliedBy(5), new Random()),
              timer);
        }
      }
      try {
        Connection connection = await(connected, TO_CONNECT, calling.refusals());
        Links.send(connection, new Letter.Ask(1, site.node(), verb, words));
        return await(answered, PATIENCE, connection.peer().node() + " gives no answer");
      } finally {
        // Before the network ends: nobody is to be called over what is gone.
        timer.shutdownNow();
      }
    }
  }

  private static <T> T await(CompletableFuture<T> future, Duration patience, Object otherwise)
      throws IOException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(String.valueOf(otherwise));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(cause.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The first connection that is made is used. */
  private static final class Calling implements Events {
    private final CompletableFuture<Connection> connected;
    private final CompletableFuture<Letter.Answer> answered;
    private final Map<String, String> refusals = new ConcurrentSkipListMap<>();

    private Calling(
        CompletableFuture<Connection> connected, CompletableFuture<Letter.Answer> answered) {
      this.connected = connected;
      this.answered = answered;
    }

    /** Why nobody answered, made when it is read. */
    Object refusals() {
      return new Object() {
        @Override
        public String toString() {
          return "no member answers: "
              + (refusals.isEmpty()
                  ? "none could be reached"
                  : String.join("; ", refusals.values()));
        }
      };
    }

    @Override
    public void opened(Connection connection) {
      connected.complete(connection);
    }

    @Override
    public void received(Connection connection, Message message) {
      if (message.kind() == Message.BEAT) {
        return;
      }
      try {
        if (Wire.letter(message.kind(), message.payload()) instanceof Letter.Answer answer) {
          answered.complete(answer);
        }
      } catch (IOException e) {
        answered.completeExceptionally(e);
      }
    }

    @Override
    public void closed(Connection connection, Refusal why) {
      if (connected.getNow(connection) == connection) {
        answered.completeExceptionally(
            new IOException(connection.peer().node() + " ended the connection: " + why.detail()));
      }
    }

    @Override
    public void refused(Refusal why) {
      refusals.put(why.remote(), why.remote() + ": " + why.detail());
    }
  }
}
