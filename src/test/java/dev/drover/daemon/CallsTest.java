package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's connection lasts as long as its command, however long nothing is said. */
class CallsTest {
  private static final Duration IDLE = Duration.ofMillis(300);

  /** Together more than the time after which a connection on which nothing comes is ended. */
  private static final int BEATS = 20;

  private static final Duration PAUSE = Duration.ofMillis(50);

  @TempDir Path folder;

  @Test
  void whoWaitsForAnAnswerAnswersBeats() throws Exception {
    Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());
    Credential authority = issuer.authority("ring", Duration.ofDays(1));
    new PemFiles(folder).writeAuthority(authority.certificate());
    Limits usual = Limits.usual();
    Limits brief =
        new Limits(
            usual.frame(),
            usual.queued(),
            usual.connections(),
            usual.perPeer(),
            usual.unproved(),
            usual.perAddress(),
            usual.handshake(),
            IDLE);
    Peer member = new Peer("ring", Role.MEMBER, "a");
    KeyRing here = keys(issuer, authority, member);
    KeyRing there = keys(issuer, authority, new Peer("ring", Role.OPERATOR, "ann"));
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    Beating beating = new Beating(timer);
    try (Workers workers = new Workers();
        Listener listener =
            new Network(here, brief, workers)
                .listen(
                    new InetSocketAddress("127.0.0.1", 0),
                    Admission.of("ring", Set.of(Role.OPERATOR)),
                    beating);
        Dialer dialer =
            new Network(there, usual, workers)
                .dial(
                    listener.address(),
                    member,
                    new Calls(),
                    new Backoff(Duration.ofSeconds(30), Duration.ofSeconds(30), new Random(1)),
                    timer)) {
      assertTrue(beating.answers.await(30, TimeUnit.SECONDS), () -> "ended: " + beating.end);
      assertEquals("", beating.end);
    } finally {
      timer.shutdownNow();
    }
  }

  private KeyRing keys(Issuer issuer, Credential authority, Peer peer) throws Exception {
    new PemFiles(folder)
        .writeNode(
            peer.node(), issuer.issue(authority, peer, List.of("127.0.0.1"), Duration.ofHours(1)));
    return KeyRing.read(
        new Site.Tls(
            folder.resolve("authority.pem"),
            folder.resolve(peer.node() + ".pem"),
            folder.resolve(peer.node() + ".key")));
  }

  /** A member that says nothing but that it is there. */
  private static final class Beating implements Events {
    private final ScheduledExecutorService timer;
    private final CountDownLatch answers = new CountDownLatch(BEATS);
    private volatile String end = "";

    private Beating(ScheduledExecutorService timer) {
      this.timer = timer;
    }

    @Override
    public void opened(Connection connection) {
      timer.scheduleAtFixedRate(
          () -> connection.send(Message.beat()), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void received(Connection connection, Message message) {
      answers.countDown();
    }

    @Override
    public void closed(Connection connection, Refusal why) {
      end = why.toString();
      while (answers.getCount() > 0) {
        answers.countDown();
      }
    }

    @Override
    public void refused(Refusal why) {
      end = why.toString();
    }
  }
}
