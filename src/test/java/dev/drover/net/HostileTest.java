package dev.drover.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.trust.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a stranger does is refused with its reason, and a friend does not notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private static final Limits LIMITS =
      new Limits(1000, 100_000, 20, 3, 20, 20, Duration.ofSeconds(2), Duration.ofSeconds(3));

  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
  private final Recorder atListener =
      new Recorder() {
        @Override
        public void received(Connection connection, Message message) {
          connection.send(message);
        }
      };
  private final Recorder atFriend = new Recorder();
  private Certificates certificates;
  private final Workers workers = new Workers();
  private Network alice;
  private Network bob;
  private Listener listener;
  private Connection friend;

  @BeforeAll
  void connectFriend(@TempDir Path root) throws Exception {
    certificates = new Certificates(Clock.systemUTC());
    alice =
        new Network(
            KeyRing.read(certificates.write(root, Certificates.member("alice"))), LIMITS, workers);
    bob =
        new Network(
            KeyRing.read(certificates.write(root, Certificates.member("bob"))), LIMITS, workers);
    listener =
        alice.listen(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0),
            Admission.of(Certificates.CLUSTER, Set.of(Role.MEMBER)),
            atListener);
    dial(bob, "alice", atFriend);
    friend = Recorder.next(atFriend.opened);
    assertEquals(Certificates.member("bob"), Recorder.next(atListener.opened).peer());
    scheduler.scheduleAtFixedRate(() -> friend.send(Message.beat()), 0, 200, TimeUnit.MILLISECONDS);
  }

  @AfterAll
  void close() {
    scheduler.shutdownNow();
    listener.close();
    workers.close();
  }

  private enum Hostility {
    NO_CERTIFICATE(Reason.NO_CERTIFICATE),
    OTHER_AUTHORITY(Reason.UNTRUSTED),
    ENDED_CERTIFICATE(Reason.UNTRUSTED),
    OLD_TLS(Reason.TLS),
    OTHER_CLUSTER(Reason.OTHER_CLUSTER),
    OTHER_ROLE(Reason.NOT_ADMITTED),
    NO_IDENTITY(Reason.NO_IDENTITY),
    SECOND_IDENTITY(Reason.NO_IDENTITY),
    FRAME_TOO_LONG(Reason.BAD_LENGTH),
    FRAME_NEGATIVE(Reason.BAD_LENGTH),
    FRAME_TOO_SHORT(Reason.BAD_LENGTH),
    OTHER_VERSION(Reason.OTHER_VERSION),
    TRUNCATED(Reason.TRUNCATED),
    REPLAYED(Reason.OUT_OF_SEQUENCE),
    SKIPPED(Reason.OUT_OF_SEQUENCE),
    ENDLESS_HANDSHAKE(Reason.HANDSHAKE_TOO_SLOW),
    SLOW_MESSAGE(Reason.SILENT),
    PLAIN_TEXT(Reason.PLAIN_TEXT);

    private final Reason reason;

    Hostility(Reason reason) {
      this.reason = reason;
    }
  }

  @ParameterizedTest
  @EnumSource(Hostility.class)
  void isRefusedBesideAFriend(Hostility hostility) throws Exception {
    try (AutoCloseable stranger = begin(hostility)) {
      assertEquals(hostility.reason, Recorder.next(atListener.ended).reason());
    }
    friendGoesOn();
  }

  /** A daemon's compiler makes AES slow; the JDK's clients put AES first. */
  @Test
  void theListenerChoosesTheCipherThatIsFastHere() throws Exception {
    try (Stranger stranger = tls(bobs())) {
      assertEquals("TLS_CHACHA20_POLY1305_SHA256", stranger.cipher());
    }
    friendGoesOn();
  }

  @Test
  void whoOnlyLooksWhetherSomebodyIsThereHasEndedItItself() throws Exception {
    new Socket(listener.address().getAddress(), listener.address().getPort()).close();
    assertEquals(Reason.CLOSED_THERE, Recorder.next(atListener.ended).reason());
    friendGoesOn();
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMBER", "AGENT"})
  void anotherAnswersThanWasDialled(Role role) throws Exception {
    Recorder events = new Recorder();
    Peer expected = new Peer(Certificates.CLUSTER, role, role == Role.AGENT ? "alice" : "carol");
    try (Dialer dialer = dial(bob, expected, events)) {
      Refusal why = Recorder.next(events.ended);
      assertEquals(Reason.NOT_WHO_WAS_DIALLED, why.reason());
      assertTrue(why.detail().contains("drover://shop/member/alice"), why.detail());
      assertNull(events.opened.peek());
      assertEquals(Reason.CLOSED_THERE, Recorder.next(atListener.ended).reason());
    }
    friendGoesOn();
  }

  private void friendGoesOn() throws InterruptedException {
    Message message = new Message(9, new byte[] {1, 2});
    assertTrue(friend.send(message));
    assertEquals(message, Recorder.next(atFriend.received));
    assertNull(atFriend.ended.peek());
  }

  private AutoCloseable begin(Hostility hostility) throws Exception {
    Instant now = Instant.now();
    return switch (hostility) {
      case NO_CERTIFICATE -> tls(null).send(new byte[1]);
      case OTHER_AUTHORITY ->
          tls(new Certificates(Clock.systemUTC()).issue(Certificates.member("bob")))
              .send(new byte[1]);
      case ENDED_CERTIFICATE ->
          tls(certificates.forged(now.minus(Duration.ofDays(2)), "drover://shop/member/bob"))
              .send(new byte[1]);
      case OLD_TLS ->
          new Stranger(listener.address(), certificates.authority, bobs(), "TLSv1.2")
              .send(new byte[1]);
      case OTHER_CLUSTER ->
          tls(certificates.forged(now, "drover://bank/member/bob")).send(new byte[1]);
      case OTHER_ROLE ->
          tls(certificates.issue(new Peer(Certificates.CLUSTER, Role.OPERATOR, "bob")))
              .send(new byte[1]);
      case NO_IDENTITY -> tls(certificates.forged(now, "https://bob")).send(new byte[1]);
      case SECOND_IDENTITY ->
          tls(certificates.forged(now, "drover://shop/member/bob", "drover://shop/member/eve"))
              .send(new byte[1]);
      case FRAME_TOO_LONG -> tls(bobs()).send(Stranger.frame(2000, Frames.VERSION, 1, 0));
      case FRAME_NEGATIVE -> tls(bobs()).send(Stranger.frame(-1, Frames.VERSION, 1, 0));
      case FRAME_TOO_SHORT -> tls(bobs()).send(Stranger.frame(3, Frames.VERSION, 1, 0));
      case OTHER_VERSION -> tls(bobs()).send(Stranger.frame(20, 2, 1, 0));
      case TRUNCATED -> {
        try (Stranger stranger = tls(bobs())) {
          yield stranger.send(Stranger.good(1)).send(Arrays.copyOf(Stranger.good(2), 9));
        }
      }
      case REPLAYED -> tls(bobs()).send(Stranger.good(1)).send(Stranger.good(1));
      case SKIPPED -> tls(bobs()).send(Stranger.good(1)).send(Stranger.good(3));
      case ENDLESS_HANDSHAKE -> plain(new byte[] {22, 3, 1, 1});
      case SLOW_MESSAGE -> dribbling(tls(bobs()).send(Stranger.good(1)));
      case PLAIN_TEXT -> plain("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    };
  }

  /** A long frame's beginning, and then a byte now and then. */
  private AutoCloseable dribbling(Stranger stranger) {
    stranger.send(Stranger.frame(900, Frames.VERSION, 2, 0));
    var dribble =
        scheduler.scheduleAtFixedRate(
            () -> stranger.send(new byte[1]), 0, 100, TimeUnit.MILLISECONDS);
    return () -> {
      dribble.cancel(false);
      stranger.close();
    };
  }

  private Credential bobs() throws Exception {
    return certificates.issue(Certificates.member("bob"));
  }

  private Stranger tls(@Nullable Credential own) throws Exception {
    return new Stranger(listener.address(), certificates.authority, own, "TLSv1.3");
  }

  private Socket plain(byte[] bytes) throws IOException {
    Socket socket = new Socket(listener.address().getAddress(), listener.address().getPort());
    socket.getOutputStream().write(bytes);
    return socket;
  }

  private Dialer dial(Network from, String node, Events events) {
    return dial(from, Certificates.member(node), events);
  }

  private Dialer dial(Network from, Peer expected, Events events) {
    return from.dial(
        listener.address(),
        expected,
        events,
        new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1), new Random(1)),
        scheduler);
  }
}
