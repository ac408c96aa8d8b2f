package dev.drover.raft;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.GroupManagementRequest;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.apache.ratis.util.ExitUtils;

/** Ratis' server of this process, and the requests that Drover makes of it. */
final class Engine implements Closeable {
  /** Held on to, because a logger that nobody holds forgets its level. */
  private static final Logger SHADED = Logger.getLogger("org.apache.ratis.thirdparty");

  static {
    // gRPC and Netty log past SLF4J, to the console
    SHADED.setLevel(Level.OFF);
    // a disk that fails is told to whoever watches; the process is not Ratis' to end
    ExitUtils.disableSystemExit();
    RedialProvider.register();
  }

  private final ClientId client = ClientId.randomId();
  private final AtomicLong calls = new AtomicLong();
  private final RaftProperties properties;
  private final RaftServer server;
  private final List<String> deaf;

  /** Listens for the others, with one group open. */
  Engine(Setup setup, Storage storage, Storage.Origin origin, Supplier<Machine> machines)
      throws IOException {
    Listening listening = Listening.of(setup);
    if (listening.at().isEmpty()) {
      throw new BindException(notListening(listening.not()));
    }
    deaf = listening.not();
    setup
        .further()
        .forEach(
            (member, hosts) -> {
              if (!member.equals(setup.self())) {
                Routes.know(member, hosts);
              }
            });
    properties = Tuning.of(setup, storage, listening);
    server =
        RaftServer.newBuilder()
            .setServerId(Peers.id(setup.self()))
            .setProperties(properties)
            .setParameters(
                listening.in(
                    Tls.of(setup.keys(), setup.listed()),
                    new Votes(storage.logs(), Durable::force)))
            .setStateMachineRegistry(group -> machines.get())
            .setGroup(Peers.group(origin.lineage().id(), origin.members()))
            .setOption(StartupOption.RECOVER)
            .build();
    try {
      server.start();
    } catch (ExitUtils.ExitException e) {
      server.close();
      BindException wrong =
          new BindException(notListening(List.of(setup.self().host() + ":" + setup.self().port())));
      wrong.initCause(e);
      throw wrong;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static String notListening(List<String> at) {
    return "replication cannot listen at `%s`%nMaybe another process does"
        .formatted(String.join("`, `", at));
  }

  /** Where this member does not listen, though it should, as {@code host:port}. */
  List<String> deaf() {
    return deaf;
  }

  /**
   * Ends the connections to a member, and what waits for an answer over them. New ones are made as
   * soon as there is something to be sent.
   */
  void callAnew(Member member) {
    // Ratis waits for three seconds for calls to end, which these never do; whoever is interrupted
    // does not wait.
    Thread.currentThread().interrupt();
    try {
      server
          .getServerRpc()
          .handleException(Peers.id(member), new IOException("nothing is heard"), true);
    } finally {
      Thread.interrupted();
    }
  }

  Group group(Lineage lineage) throws IOException {
    return new Group(lineage, server.getDivision(Peers.group(lineage.id())));
  }

  /** Closes a group; its files stay. */
  void remove(Group group) throws IOException {
    check(
        server.groupManagement(
            GroupManagementRequest.newRemove(
                client, server.getId(), nextCall(), group.id(), false, false)));
  }

  /** Opens a group in which this member is alone, and elects at once. */
  Group addAlone(Storage.Origin origin) throws IOException {
    Tuning.hurry(properties);
    check(
        server.groupManagement(
            GroupManagementRequest.newAdd(
                client,
                server.getId(),
                nextCall(),
                Peers.group(origin.lineage().id(), origin.members()),
                false)));
    return group(origin.lineage());
  }

  long nextCall() {
    return calls.incrementAndGet();
  }

  CompletableFuture<RaftClientReply> append(Group group, long call, byte[] entry)
      throws IOException {
    return server.submitClientRequestAsync(
        RaftClientRequest.newBuilder()
            .setClientId(client)
            .setServerId(server.getId())
            .setGroupId(group.id())
            .setCallId(call)
            .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(entry)))
            .setType(RaftClientRequest.writeRequestType())
            .build());
  }

  /** Waits until the members are these. */
  void setMembers(Group group, List<Member> voters) throws IOException {
    check(
        server.setConfiguration(
            new SetConfigurationRequest(
                client,
                server.getId(),
                group.id(),
                nextCall(),
                voters.stream().map(Peers::of).toList())));
  }

  /** Waits until that one leads. */
  void transfer(Group group, Member to, long timeoutMillis) throws IOException {
    RaftPeerId next = Peers.id(to);
    check(
        server.transferLeadership(
            new TransferLeadershipRequest(
                client, server.getId(), group.id(), nextCall(), next, timeoutMillis)));
  }

  private static void check(RaftClientReply reply) throws IOException {
    if (!reply.isSuccess()) {
      throw new IOException(String.valueOf(reply.getException()), reply.getException());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
