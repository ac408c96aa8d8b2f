package dev.drover.raft;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.ratis.thirdparty.io.grpc.ConnectivityState;
import org.apache.ratis.thirdparty.io.grpc.EquivalentAddressGroup;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancer;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancerProvider;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.SynchronizationContext;

/** A channel whose balancers connect nothing, and say what a test has them say. */
final class Exchange extends LoadBalancer.Helper implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(10);

  final List<ConnectivityState> told = new ArrayList<>();
  private final Change change = new Change();
  private final List<LoadBalancer.Helper> balancers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SynchronizationContext turns =
      new SynchronizationContext(
          (thread, mistake) -> {
            throw new AssertionError(mistake);
          });
  private final Redial redial = new Redial(this, new Silent(), WAIT);

  Exchange() {
    SocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    turns.execute(
        () ->
            redial.acceptResolvedAddresses(
                LoadBalancer.ResolvedAddresses.newBuilder()
                    .setAddresses(List.of(new EquivalentAddressGroup(address)))
                    .build()));
  }

  /** A balancer tells of its state; the first one has number 0. */
  void says(int balancer, ConnectivityState state) {
    turns.execute(
        () ->
            balancers
                .get(balancer)
                .updateBalancingState(
                    state,
                    new LoadBalancer.FixedResultPicker(LoadBalancer.PickResult.withNoResult())));
  }

  /** Waits until so many balancers have been made. */
  void awaitBalancers(int count) {
    change.await(count + " balancers", () -> balancers.size() == count);
  }

  @Override
  public void updateBalancingState(ConnectivityState state, LoadBalancer.SubchannelPicker picker) {
    told.add(state);
  }

  @Override
  public SynchronizationContext getSynchronizationContext() {
    return turns;
  }

  @Override
  public ScheduledExecutorService getScheduledExecutorService() {
    return timer;
  }

  @Override
  public ManagedChannel createOobChannel(EquivalentAddressGroup group, String authority) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getAuthority() {
    return "exchange";
  }

  @Override
  public void close() {
    turns.execute(redial::shutdown);
    timer.shutdownNow();
  }

  private final class Silent extends LoadBalancerProvider {
    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public int getPriority() {
      return 1;
    }

    @Override
    public String getPolicyName() {
      return "silent";
    }

    @Override
    public LoadBalancer newLoadBalancer(LoadBalancer.Helper helper) {
      balancers.add(helper);
      return new LoadBalancer() {
        @Override
        public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
          return Status.OK;
        }

        @Override
        public void handleNameResolutionError(Status error) {
          // there are no names here
        }

        @Override
        public void shutdown() {
          // nothing is open
        }
      };
    }
  }
}
