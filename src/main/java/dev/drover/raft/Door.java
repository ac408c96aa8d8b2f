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
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.ratis.grpc.server.GrpcServices;
import org.apache.ratis.thirdparty.io.grpc.Grpc;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;

/**
 * Lets in the members of this cluster, and only to what members ask of each other: appends and
 * changes of the cluster come from this process, so Ratis' services for clients and administrators
 * stay shut.
 */
final class Door implements ServerInterceptor, GrpcServices.Customizer {
  /** The service of votes, log entries and snapshots. */
  private static final String MEMBERS = "ratis.grpc.RaftServerProtocolService";

  private static final Set<Role> ROLES = EnumSet.of(Role.MEMBER, Role.WITNESS);

  private final String cluster;

  /** A door of the cluster that this certificate belongs to. */
  Door(X509Certificate own) {
    cluster =
        identity(own)
            .filter(peer -> ROLES.contains(peer.role()))
            .map(Peer::cluster)
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
    return server.intercept(this);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!MEMBERS.equals(call.getMethodDescriptor().getServiceName())) {
      return refuse(call, "not a service for others");
    }
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    Optional<Peer> peer = session == null ? Optional.empty() : identity(session);
    return peer.filter(known -> ROLES.contains(known.role()) && known.cluster().equals(cluster))
            .isPresent()
        ? next.startCall(call, headers)
        : refuse(call, "not a member of this cluster");
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
