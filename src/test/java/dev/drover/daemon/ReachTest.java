package dev.drover.daemon;

import static dev.drover.waiting.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.daemon.Reach.Sign;
import dev.drover.peer.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  @Test
  void aMachineWhoseProgramListensAnswers() throws IOException {
    try (ServerSocket listens = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(Sign.ANSWERS, Reach.of(address(listens), PATIENCE));
    }
  }

  @Test
  void aMachineWhoseProgramHasEndedRefuses() throws IOException {
    Address gone;
    try (ServerSocket listens = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      gone = address(listens);
    }
    assertEquals(Sign.REFUSES, Reach.of(gone, PATIENCE));
  }

  @Test
  void whoLosesOurCallsIsSilent() throws IOException {
    try (Busy busy = new Busy()) {
      assertEquals(Sign.SILENT, Reach.of(address(busy.socket), PATIENCE));
      busy.takeUp();
      assertEquals(Sign.ANSWERS, Reach.of(address(busy.socket), PATIENCE));
      assertTrue(Reach.any(List.of(address(busy.socket))));
    }
  }

  /** Linux itself calls again after a second only. */
  @Test
  void whoLosesTheFirstCallAnswersTheNext() throws IOException {
    try (Busy busy = new Busy()) {
      CompletableFuture<Sign> sign =
          CompletableFuture.supplyAsync(
              () -> Reach.of(address(busy.socket), Duration.ofMillis(900)));
      await().pollDelay(Duration.ofMillis(50)).until(() -> true);
      busy.takeUp();
      assertEquals(Sign.ANSWERS, sign.join());
    }
  }

  /** Linux drops what comes to a full queue, as a link that is down would. */
  private static final class Busy implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<SocketChannel> waiting = new ArrayList<>();

    private Busy() throws IOException {
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()));
      }
    }

    private void takeUp() throws IOException {
      for (int i = 0; i < 2; i++) {
        socket.accept().close();
      }
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
      socket.close();
    }
  }

  @Test
  void aNameThatNobodyKnowsIsSilent() {
    assertEquals(Sign.SILENT, Reach.of(new Address("no-such-host.invalid", 7800), PATIENCE));
  }

  private static Address address(ServerSocket socket) {
    return new Address("127.0.0.1", socket.getLocalPort());
  }
}
