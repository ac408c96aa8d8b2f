package dev.drover.raft;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.thirdparty.io.grpc.ConnectivityState;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancer;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancerProvider;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.SynchronizationContext.ScheduledHandle;
import org.apache.ratis.thirdparty.io.grpc.util.ForwardingLoadBalancerHelper;
import org.jspecify.annotations.Nullable;

/**
 * Calls a member that was not reached again after the same short wait, for ever.
 *
 * <p>gRPC by itself waits longer after each failure, up to two minutes, and fails every request in
 * between. Ratis cuts that short for a leader's appends only: members without a leader could not
 * ask one for its vote that had long been back.
 *
 * <p>A connection is what another balancer makes of the addresses. After a failure a new balancer
 * is made, because only then gRPC forgets how often it has failed. Requests go on to fail at once
 * until there is a connection, so that an election does not wait for who is down (gRPC's proposal
 * A62). Everything here is called in the channel's synchronization context, one at a time.
 */
final class Redial extends LoadBalancer {
  private final Helper helper;
  private final LoadBalancerProvider connections;
  private final Duration wait;
  private LoadBalancer current;
  private @Nullable ResolvedAddresses addresses;
  private @Nullable ScheduledHandle again;
  private boolean hasFailed;

  /**
   * Connects through {@code connections}.
   *
   * @param wait from a failure to the next attempt
   */
  Redial(Helper helper, LoadBalancerProvider connections, Duration wait) {
    this.helper = helper;
    this.connections = connections;
    this.wait = wait;
    this.current = connections.newLoadBalancer(new Listening());
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
    addresses = resolved;
    return current.acceptResolvedAddresses(resolved);
  }

  @Override
  public void handleNameResolutionError(Status error) {
    current.handleNameResolutionError(error);
  }

  @Override
  public void requestConnection() {
    current.requestConnection();
  }

  @Override
  public void shutdown() {
    if (again != null) {
      again.cancel();
    }
    current.shutdown();
  }

  private void failed() {
    hasFailed = true;
    if (again == null) {
      again =
          helper
              .getSynchronizationContext()
              .schedule(
                  this::dial,
                  wait.toMillis(),
                  TimeUnit.MILLISECONDS,
                  helper.getScheduledExecutorService());
    }
  }

  private void dial() {
    again = null;
    ResolvedAddresses to = addresses;
    if (to == null) {
      // the name was not found; that is tried again ever more seldom, too
      helper.refreshNameResolution();
      return;
    }
    current.shutdown();
    current = connections.newLoadBalancer(new Listening());
    current.acceptResolvedAddresses(to);
  }

  /** What one balancer sees of the channel. */
  private final class Listening extends ForwardingLoadBalancerHelper {
    @Override
    protected Helper delegate() {
      return helper;
    }

    @Override
    public void updateBalancingState(ConnectivityState state, SubchannelPicker picker) {
      switch (state) {
        case READY -> {
          hasFailed = false;
          if (again != null) {
            again.cancel();
            again = null;
          }
        }
        case TRANSIENT_FAILURE -> failed();
        case IDLE -> {
          if (hasFailed) {
            failed();
            return;
          }
        }
        default -> {
          if (hasFailed) {
            return;
          }
        }
      }
      helper.updateBalancingState(state, picker);
    }
  }
}
