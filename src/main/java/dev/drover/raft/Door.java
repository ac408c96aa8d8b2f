package dev.drover.raft;

import dev.drover.peer.Identities;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.ratis.grpc.server.GrpcServices;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.ReadIndexRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.thirdparty.io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import org.apache.ratis.thirdparty.io.grpc.Grpc;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;

/**
 * Lets in the members of this cluster that are listed, and only to what members ask of each other:
 * appends and changes of the cluster come from this process, so Ratis' services for clients and
 * administrators stay shut. Each request is from whom the certificate names, and never from this
 * member itself.
 */
final class Door implements ServerInterceptor, GrpcServices.Customizer {
  /** The service of votes, log entries and snapshots. */
  private static final String MEMBERS = "ratis.grpc.RaftServerProtocolService";

  private static final Set<Role> ROLES = EnumSet.of(Role.MEMBER, Role.WITNESS);

  private final Peer self;
  private final Predicate<Peer> listed;

  /**
   * A door of the member that this certificate belongs to.
   *
   * @param listed who may take part
   */
  Door(X509Certificate own, Predicate<Peer> listed) {
    this.listed = listed;
    this.self =
        identity(own)
            .filter(peer -> ROLES.contains(peer.role()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the certificate of `"
                            + own.getSubjectX500Principal()
                            + "`: expected a member's or a witness'"));
  }

  @Override
  public NettyServerBuilder customize(
      NettyServerBuilder server, EnumSet<GrpcServices.Type> services) {
    return Tuning.limit(server).intercept(this);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!MEMBERS.equals(call.getMethodDescriptor().getServiceName())) {
      return refuse(call, "not a service for others");
    }
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    Optional<Peer> peer = session == null ? Optional.empty() : identity(session);
    return peer.filter(this::isMember).isPresent()
        ? new Requests<>(call, next.startCall(call, headers), peer.get().node())
        : refuse(call, "not a member of this cluster");
  }

  private boolean isMember(Peer peer) {
    return ROLES.contains(peer.role())
        && peer.cluster().equals(self.cluster())
        && !peer.equals(self)
        && listed.test(peer);
  }

  /** What one member asks in one call; the first request in another's name ends it. */
  private static final class Requests<Q, R> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, R> call;
    private final String node;
    private boolean isRefused;

    private Requests(ServerCall<Q, R> call, ServerCall.Listener<Q> next, String node) {
      super(next);
      this.call = call;
      this.node = node;
    }

    @Override
    public void onMessage(Q message) {
      String named = requestor(message);
      if (isRefused) {
        return;
      }
      if (node.equals(named)) {
        super.onMessage(message);
        return;
      }
      isRefused = true;
      call.close(
          Status.PERMISSION_DENIED.withDescription(
              "`" + node + "` spoke for `" + named + "`: refused"),
          new Metadata());
    }

    @Override
    public void onHalfClose() {
      if (!isRefused) {
        super.onHalfClose();
      }
    }
  }

  /** Who a request says that it is from; nobody where it is of a kind that is not known here. */
  private static String requestor(Object message) {
    RaftRpcRequestProto from =
        message instanceof AppendEntriesRequestProto append
            ? append.getServerRequest()
            : message instanceof RequestVoteRequestProto vote
                ? vote.getServerRequest()
                : message instanceof InstallSnapshotRequestProto snapshot
                    ? snapshot.getServerRequest()
                    : message instanceof StartLeaderElectionRequestProto election
                        ? election.getServerRequest()
                        : message instanceof ReadIndexRequestProto read
                            ? read.getServerRequest()
                            : RaftRpcRequestProto.getDefaultInstance();
    return from.getRequestorId().toStringUtf8();
  }

  private static <Q, R> ServerCall.Listener<Q> refuse(ServerCall<Q, R> call, String why) {
    call.close(Status.PERMISSION_DENIED.withDescription(why), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private static Optional<Peer> identity(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return identity((X509Certificate) chain[0]);
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** The one identity of Drover in the certificate; a second one makes both worthless. */
  private static Optional<Peer> identity(X509Certificate certificate) {
    try {
      List<String> found = Identities.of(certificate);
      return found.size() == 1 ? Peer.parse(found.get(0)) : Optional.empty();
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }
}
