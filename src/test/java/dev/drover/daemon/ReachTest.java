package dev.drover.daemon;

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
  void whoLosesOurCallsIsSilentAndAnswersTheNextOneThatItTakes() throws IOException {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Linux drops what comes to a full queue, as a link that is down would
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
      }
      assertEquals(Sign.SILENT, Reach.of(address(full), PATIENCE));
      for (int i = 0; i < 2; i++) {
        full.accept().close();
      }
      assertEquals(Sign.ANSWERS, Reach.of(address(full), PATIENCE));
      assertTrue(Reach.any(List.of(address(full))));
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
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
