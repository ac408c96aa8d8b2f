package dev.drover.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
  private static final Limits LIMITS =
      new Limits(1000, 2100, 10, 2, 3, 3, Duration.ofSeconds(20), Duration.ofSeconds(20));

  @TempDir private Path root;
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final Recorder atAlice = new Recorder();
  private final Recorder atBob = new Recorder();
  private final Workers workers = new Workers();
  private Network alice;
  private Network bob;

  @BeforeEach
  void open() throws Exception {
    Certificates certificates = new Certificates(Clock.systemUTC());
    alice =
        new Network(
            KeyRing.read(certificates.write(root, Certificates.member("alice"))), LIMITS, workers);
    bob =
        new Network(
            KeyRing.read(certificates.write(root, Certificates.member("bob"))), LIMITS, workers);
  }

  @AfterEach
  void close() {
    workers.close();
    scheduler.shutdownNow();
  }

  @Test
  void aDialerCallsAgainUntilItIsClosed() throws Exception {
    Listener listener = listen(0, atAlice);
    InetSocketAddress address = listener.address();
    Dialer dialer = dial(address, atBob);
    Recorder.next(atBob.opened);
    listener.close();
    assertEquals(Reason.CLOSED_THERE, Recorder.next(atBob.ended).reason());
    assertEquals(Reason.UNREACHABLE, Recorder.next(atBob.ended).reason());
    try (Listener again = listen(address.getPort(), atAlice)) {
      Connection connection = Recorder.next(atBob.opened);
      dialer.close();
      assertEquals(again.address(), address);
      untilClosedHere(atBob);
      assertFalse(connection.send(Message.beat()));
    }
  }

  @Test
  void aSenderIsToldWhenTooMuchWaits() throws Exception {
    try (Listener listener = listen(0, atAlice);
        Dialer dialer = dial(listener.address(), atBob)) {
      Connection connection = Recorder.next(atBob.opened);
      assertThrows(
          IllegalArgumentException.class, () -> connection.send(new Message(1, new byte[1001])));
      assertFalse(untilRefused(connection));
      connection.close();
      untilClosedHere(atBob);
      assertFalse(connection.send(Message.beat()));
    }
  }

  @Test
  void aPeerHasOnlySoManyConnections() throws Exception {
    try (Listener listener = listen(0, atAlice);
        Dialer first = dial(listener.address(), atBob);
        Dialer second = dial(listener.address(), atBob);
        Dialer third = dial(listener.address(), atBob)) {
      assertEquals(Reason.TOO_MANY, Recorder.next(atAlice.ended).reason());
    }
  }

  @Test
  void whatIsNotReadWaitsAndIsNotLost() throws Exception {
    Message last = new Message(1, new byte[1000]);
    Recorder busy =
        new Recorder() {
          @Override
          public void received(Connection connection, Message message) {
            connection.read(!message.equals(last));
            super.received(connection, message);
          }
        };
    Message later = new Message(2, new byte[1000]);
    Message elsewhere = new Message(3, new byte[1000]);
    try (Listener listener = listen(0, busy);
        Dialer first = dial(listener.address(), atBob)) {
      Connection sender = Recorder.next(atBob.opened);
      Connection receiver = Recorder.next(busy.opened);
      assertTrue(sender.send(last));
      assertEquals(last, Recorder.next(busy.received));
      assertTrue(sender.send(later));
      try (Dialer second = dial(listener.address(), atBob)) {
        assertTrue(Recorder.next(atBob.opened).send(elsewhere));
        assertEquals(elsewhere, Recorder.next(busy.received));
        receiver.read(true);
        assertEquals(later, Recorder.next(busy.received));
      }
    }
  }

  @Test
  void strangersWhoOnlyWaitTakeNoPlaceOfAFriend() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try (Listener listener = listen(0, atAlice)) {
      for (int i = 0; i < LIMITS.perAddress() + 1; i++) {
        InetAddress theirs = InetAddress.getByName("127.0.0.2");
        idle.add(
            new Socket(listener.address().getAddress(), listener.address().getPort(), theirs, 0));
      }
      Refusal oneTooMany = Recorder.next(atAlice.ended);
      assertEquals(Reason.TOO_MANY, oneTooMany.reason());
      assertTrue(oneTooMany.detail().startsWith("3 connections from there"), oneTooMany.detail());
      try (Dialer friend = dial(listener.address(), atBob)) {
        Recorder.next(atBob.opened);
        Refusal inTheWay = Recorder.next(atAlice.ended);
        assertEquals(Reason.TOO_MANY, inTheWay.reason());
        assertTrue(inTheWay.detail().endsWith("made room for the next"), inTheWay.detail());
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void nodesSeeEachOtherUpAndThenDown() throws Exception {
    BlockingQueue<LinkHealth.Change> changes = new LinkedBlockingQueue<>();
    try (Heartbeats beats = beats(changes, atAlice);
        Heartbeats others = beats(new LinkedBlockingQueue<>(), atBob);
        Listener listener = listen(0, beats)) {
      Dialer dialer = dial(listener.address(), others);
      assertEquals(LinkHealth.State.UP, Recorder.next(changes).state());
      LinkHealth.Change node = Recorder.next(changes);
      assertEquals(new LinkHealth.Change(node.node(), null, LinkHealth.State.UP), node);
      dialer.close();
      assertEquals(LinkHealth.State.DOWN, Recorder.next(changes).state());
      LinkHealth.Change gone = Recorder.next(changes);
      assertEquals(
          new LinkHealth.Change(Certificates.member("bob"), null, LinkHealth.State.DOWN), gone);
    }
  }

  @Test
  void filesThatHoldSomethingElseAreRefused() throws IOException {
    Path file = Files.writeString(root.resolve("x.pem"), "hello");
    assertThrows(IOException.class, () -> KeyRing.read(new Site.Tls(file, file, file)));
  }

  private static void untilClosedHere(Recorder events) throws InterruptedException {
    Refusal why;
    do {
      why = Recorder.next(events.ended);
    } while (why.reason() != Reason.CLOSED_HERE);
  }

  /** Sends until it is told no: the queue is shorter than what is sent in the time. */
  private static boolean untilRefused(Connection connection) {
    boolean sent = true;
    for (int i = 0; sent && i < 1_000_000; i++) {
      sent = connection.send(new Message(1, new byte[1000]));
    }
    return sent;
  }

  private Heartbeats beats(BlockingQueue<LinkHealth.Change> changes, Events events) {
    return new Heartbeats(
        Duration.ofMillis(300),
        10,
        new SteadyTime(),
        new Random(1),
        scheduler,
        changes::add,
        events);
  }

  private Listener listen(int port, Events events) throws IOException {
    return alice.listen(
        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port),
        Admission.of(Certificates.CLUSTER, Set.of(Role.MEMBER)),
        events);
  }

  private Dialer dial(InetSocketAddress address, Events events) {
    return bob.dial(
        address,
        Certificates.member("alice"),
        events,
        new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(1)),
        scheduler);
  }
}
