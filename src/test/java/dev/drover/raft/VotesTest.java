package dev.drover.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.grpc.RaftServerProtocolServiceGrpc;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a vote is heard of, and when it is on disk. */
class VotesTest {
  private final List<String> done = new ArrayList<>();

  @TempDir Path logs;

  @BeforeEach
  void aGroup() throws IOException {
    Files.createDirectories(logs.resolve("group/current"));
    Files.createDirectories(logs.resolve("draft"));
  }

  private <Q, R> void answer(Votes votes, MethodDescriptor<Q, R> method, R reply) {
    ServerCall<Q, R> call =
        new ServerCall<>() {
          @Override
          public void request(int messages) {
            // nobody asks
          }

          @Override
          public void sendHeaders(Metadata headers) {
            // there are none
          }

          @Override
          public void sendMessage(R message) {
            done.add("sent");
          }

          @Override
          public void close(Status status, Metadata trailers) {
            done.add("closed " + status.getCode());
          }

          @Override
          public boolean isCancelled() {
            return false;
          }

          @Override
          public MethodDescriptor<Q, R> getMethodDescriptor() {
            return method;
          }
        };
    votes.interceptCall(
        call,
        new Metadata(),
        (wrapped, headers) -> {
          wrapped.sendMessage(reply);
          wrapped.close(Status.OK, new Metadata());
          return new ServerCall.Listener<>() {};
        });
  }

  private void force(Path folder) {
    done.add("forced " + logs.relativize(folder));
  }

  @Test
  void aVoteIsOnDiskBeforeItIsSent() {
    answer(
        new Votes(logs, this::force),
        RaftServerProtocolServiceGrpc.getRequestVoteMethod(),
        RequestVoteReplyProto.getDefaultInstance());
    assertEquals(List.of("forced group/current", "sent", "closed OK"), done);
  }

  @Test
  void aVoteThatIsNotOnDiskIsNotSent() {
    answer(
        new Votes(
            logs,
            folder -> {
              throw new IOException("no space");
            }),
        RaftServerProtocolServiceGrpc.getRequestVoteMethod(),
        RequestVoteReplyProto.getDefaultInstance());
    assertEquals(List.of("closed INTERNAL"), done);
  }

  @Test
  void entriesDoNotWaitForIt() {
    answer(
        new Votes(logs, this::force),
        RaftServerProtocolServiceGrpc.getAppendEntriesMethod(),
        AppendEntriesReplyProto.getDefaultInstance());
    assertEquals(List.of("sent", "closed OK"), done);
  }
}
