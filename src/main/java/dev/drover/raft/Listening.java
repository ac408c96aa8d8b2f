package dev.drover.raft;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.server.GrpcServices;

/**
 * Where this member listens: at all of its addresses that this machine has. One that is missing,
 * because its network card is, is no reason not to use the others.
 *
 * @param at where it can
 * @param not where it cannot, as {@code host:port}
 */
record Listening(List<InetSocketAddress> at, List<String> not) {
  static Listening of(Setup setup) {
    Member self = setup.self();
    Set<String> hosts = new LinkedHashSet<>(List.of(self.host()));
    hosts.addAll(setup.further(self));
    List<InetSocketAddress> at = new ArrayList<>();
    List<String> not = new ArrayList<>();
    for (String host : hosts) {
      InetSocketAddress address = new InetSocketAddress(host, self.port());
      // a single one is left to the engine, which says what is wrong with it
      if (hosts.size() == 1 || isFree(address)) {
        at.add(address);
      } else {
        not.add(host + ":" + self.port());
      }
    }
    return new Listening(List.copyOf(at), List.copyOf(not));
  }

  /** Adds all but the first, which the engine is told otherwise, and who looks after votes. */
  Parameters in(Parameters parameters, Votes votes) {
    GrpcServices.Customizer door = GrpcConfigKeys.Server.servicesCustomizer(parameters);
    GrpcConfigKeys.Server.setServicesCustomizer(
        parameters,
        (server, services) -> {
          at.stream().skip(1).forEach(server::addListenAddress);
          // what is added last is asked first: strangers do not get past the door
          server.intercept(votes);
          return door.customize(server, services);
        });
    return parameters;
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
