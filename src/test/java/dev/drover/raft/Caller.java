package dev.drover.raft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.drover.peer.Site;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.GroupListRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftGroupIdProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.proto.RaftProtos.StateMachineLogEntryProto;
import org.apache.ratis.proto.grpc.AdminProtocolServiceGrpc;
import org.apache.ratis.proto.grpc.RaftServerProtocolServiceGrpc;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.io.grpc.CallOptions;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.netty.GrpcSslContexts;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.apache.ratis.thirdparty.io.grpc.stub.ClientCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.MetadataUtils;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslContextBuilder;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslProvider;

/** Somebody who calls a member by gRPC, with whatever certificate, and says whatever it likes. */
record Caller(ManagedChannel channel) implements AutoCloseable {
  static Caller of(Member member, Site.Tls keys) throws Exception {
    return tls(
        member,
        client(keys.authority()).keyManager(keys.certificate().toFile(), keys.key().toFile()));
  }

  /** One without a certificate. */
  static Caller nameless(Member member, Path authority) throws Exception {
    return tls(member, client(authority));
  }

  /** One that speaks no TLS. */
  static Caller plain(Member member) {
    return new Caller(
        NettyChannelBuilder.forAddress(member.host(), member.port()).usePlaintext().build());
  }

  private static SslContextBuilder client(Path authority) {
    return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
        .trustManager(authority.toFile());
  }

  private static Caller tls(Member member, SslContextBuilder tls) throws Exception {
    return new Caller(
        NettyChannelBuilder.forAddress(member.host(), member.port())
            .sslContext(tls.build())
            .build());
  }

  private interface Call {
    void make();
  }

  private static Status end(Call call) {
    try {
      call.make();
      return Status.OK;
    } catch (StatusRuntimeException end) {
      return end.getStatus();
    }
  }

  private static RaftRpcRequestProto from(String name) {
    return RaftRpcRequestProto.newBuilder()
        .setRequestorId(ByteString.copyFrom(name, UTF_8))
        .build();
  }

  Status vote(String from) {
    RequestVoteRequestProto vote =
        RequestVoteRequestProto.newBuilder().setServerRequest(from(from)).build();
    return end(() -> RaftServerProtocolServiceGrpc.newBlockingStub(channel).requestVote(vote));
  }

  /** Asks for a vote with that many bytes of metadata. */
  Status voteWith(int bytes) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("x", Metadata.ASCII_STRING_MARSHALLER), "y".repeat(bytes));
    return end(
        () ->
            RaftServerProtocolServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .requestVote(RequestVoteRequestProto.getDefaultInstance()));
  }

  Status elect(String from) {
    StartLeaderElectionRequestProto request =
        StartLeaderElectionRequestProto.newBuilder().setServerRequest(from(from)).build();
    return end(
        () -> RaftServerProtocolServiceGrpc.newBlockingStub(channel).startLeaderElection(request));
  }

  Status listGroups() {
    return end(
        () ->
            AdminProtocolServiceGrpc.newBlockingStub(channel)
                .groupList(GroupListRequestProto.getDefaultInstance()));
  }

  /** Asks for a vote with bytes that need not be a request. */
  Status raw(byte[] request) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(
                RaftServerProtocolServiceGrpc.getRequestVoteMethod().getFullMethodName())
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    return end(() -> ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request));
  }

  /** The beginning of a request for a vote. */
  static byte[] halfAVote() {
    byte[] whole =
        RequestVoteRequestProto.newBuilder().setServerRequest(from("b")).build().toByteArray();
    return Arrays.copyOf(whole, whole.length - 1);
  }

  /** An append of one entry of so many bytes. */
  static AppendEntriesRequestProto append(String from, int bytes) {
    StateMachineLogEntryProto data =
        StateMachineLogEntryProto.newBuilder()
            .setLogData(ByteString.copyFrom(new byte[bytes]))
            .build();
    return AppendEntriesRequestProto.newBuilder()
        .setServerRequest(from(from))
        .addEntries(LogEntryProto.newBuilder().setStateMachineLogEntry(data))
        .build();
  }

  /** How a call with these appends ends. */
  Status append(AppendEntriesRequestProto... appends) throws Exception {
    Replies<AppendEntriesReplyProto> replies = new Replies<>();
    StreamObserver<AppendEntriesRequestProto> requests =
        RaftServerProtocolServiceGrpc.newStub(channel).appendEntries(replies);
    for (AppendEntriesRequestProto append : appends) {
      requests.onNext(append);
    }
    return replies.end.get(30, SECONDS);
  }

  Status install(String from) throws Exception {
    Replies<InstallSnapshotReplyProto> replies = new Replies<>();
    RaftServerProtocolServiceGrpc.newStub(channel)
        .installSnapshot(replies)
        .onNext(InstallSnapshotRequestProto.newBuilder().setServerRequest(from(from)).build());
    return replies.end.get(30, SECONDS);
  }

  /** An append of the first term, which has long ended. */
  static AppendEntriesRequestProto old(String from, String to, UUID group) {
    return AppendEntriesRequestProto.newBuilder()
        .setServerRequest(
            from(from).toBuilder()
                .setReplyId(ByteString.copyFrom(to, UTF_8))
                .setRaftGroupId(
                    RaftGroupIdProto.newBuilder().setId(RaftGroupId.valueOf(group).toByteString())))
        .setLeaderTerm(0)
        .build();
  }

  /** Sends an append twice, and tells what each is answered. */
  List<String> replay(AppendEntriesRequestProto old) throws Exception {
    Replies<AppendEntriesReplyProto> replies = new Replies<>();
    StreamObserver<AppendEntriesRequestProto> requests =
        RaftServerProtocolServiceGrpc.newStub(channel).appendEntries(replies);
    requests.onNext(old);
    requests.onNext(old);
    requests.onCompleted();
    replies.end.get(30, SECONDS);
    return replies.all.stream().map(reply -> reply.getResult().name()).toList();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static final class Replies<R> implements StreamObserver<R> {
    private final List<R> all = new ArrayList<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();

    @Override
    public void onNext(R reply) {
      all.add(reply);
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
      end.complete(Status.OK);
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      return new byte[0];
    }
  }
}
