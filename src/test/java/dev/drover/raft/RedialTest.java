package dev.drover.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.grpc.RaftServerProtocolServiceGrpc;
import org.apache.ratis.thirdparty.io.grpc.ConnectivityState;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.Server;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;
import org.junit.jupiter.api.Test;

/** Channels as Ratis makes them, to a member that is gone for long. */
class RedialTest {
  /** With gRPC's own waits, the last of so many attempts would come after 21 s at the earliest. */
  private static final int ATTEMPTS = 7;

  @Test
  void aMemberThatWasGoneForLongIsReachedAsSoonAsItIsBack() throws Exception {
    RedialProvider.register();
    InetAddress here = InetAddress.getLoopbackAddress();
    ManagedChannel channel;
    int port;
    long start = System.nanoTime();
    try (ServerSocket member = new ServerSocket(0, 1, here)) {
      port = member.getLocalPort();
      channel = NettyChannelBuilder.forTarget("127.0.0.1:" + port).usePlaintext().build();
      channel.getState(true);
      for (int i = 0; i < ATTEMPTS; i++) {
        member.accept().close();
      }
    }
    assertTrue(millisSince(start) < 15_000, "called often: " + millisSince(start) + " ms");
    assertEquals(Status.Code.UNAVAILABLE, vote(channel), "nobody is there");

    long back = System.nanoTime();
    Server server = NettyServerBuilder.forAddress(new InetSocketAddress(here, port)).build();
    server.start();
    Change change = new Change();
    change.await("an answer", () -> vote(channel) == Status.Code.UNIMPLEMENTED);
    assertTrue(millisSince(back) < 5_000, "reached soon: " + millisSince(back) + " ms");
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aLinkThatSwallowsEverythingIsLeftForTheNextOne() throws Exception {
    RedialProvider.register();
    InetAddress second = InetAddress.getByName("127.0.1.1");
    try (ServerSocket swallows = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"))) {
      int port = swallows.getLocalPort();
      Routes.know(new Member("b", "127.0.0.1", port, false), List.of("127.0.1.1"));
      Server server = NettyServerBuilder.forAddress(new InetSocketAddress(second, port)).build();
      server.start();
      ManagedChannel channel =
          NettyChannelBuilder.forTarget("127.0.0.1:" + port).usePlaintext().build();
      Change change = new Change();
      change.await("an answer", () -> vote(channel) == Status.Code.UNIMPLEMENTED);
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  @Test
  void aBalancerThatWasGivenUpIsNotListenedTo() {
    try (Exchange exchange = new Exchange()) {
      exchange.says(0, ConnectivityState.CONNECTING);
      exchange.says(0, ConnectivityState.TRANSIENT_FAILURE);
      exchange.awaitBalancers(2);
      exchange.says(1, ConnectivityState.READY);
      exchange.says(0, ConnectivityState.IDLE);
      assertEquals(
          List.of(
              ConnectivityState.CONNECTING,
              ConnectivityState.TRANSIENT_FAILURE,
              ConnectivityState.READY),
          exchange.told);
    }
  }

  @Test
  void aCallThatNobodyAnswersIsMadeAnewAndOneThatIsAnsweredIsNot() {
    try (Exchange exchange = new Exchange()) {
      exchange.says(0, ConnectivityState.CONNECTING);
      exchange.awaitBalancers(2);
      exchange.says(1, ConnectivityState.CONNECTING);
      exchange.says(1, ConnectivityState.READY);
      exchange.says(1, ConnectivityState.IDLE);
      exchange.says(1, ConnectivityState.CONNECTING);
      exchange.awaitBalancers(3);
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private static Status.Code vote(ManagedChannel channel) {
    return assertThrows(
            StatusRuntimeException.class,
            () ->
                RaftServerProtocolServiceGrpc.newBlockingStub(channel)
                    .requestVote(RequestVoteRequestProto.getDefaultInstance()))
        .getStatus()
        .getCode();
  }
}
