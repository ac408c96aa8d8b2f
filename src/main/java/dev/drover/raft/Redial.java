package dev.drover.raft;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.thirdparty.io.grpc.ConnectivityState;
import org.apache.ratis.thirdparty.io.grpc.EquivalentAddressGroup;
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
 * is made, because only then gRPC forgets how often it has failed; the one before may still speak,
 * and is not listened to. Requests go on to fail at once until there is a connection, so that an
 * election does not wait for who is down (gRPC's proposal A62). Everything here is called in the
 * channel's synchronization context, one at a time.
 *
 * <p>A member with several links is called over one after the other, each time over the next one.
 */
final class Redial extends LoadBalancer {
  /**
   * Where nothing answers, a machine's system calls again after ever longer pauses (RFC 6298): a
   * new call reaches whoever is back sooner. One lasts so many times the wait between two at most.
   */
  private static final int LONGEST_CALL = 10;

  /** Where there is another link, that one is tried soon. */
  private static final int LONGEST_CALL_OF_SEVERAL = 2;

  private final Helper helper;
  private final LoadBalancerProvider connections;
  private final Duration wait;
  private LoadBalancer current;
  private @Nullable ResolvedAddresses addresses;
  private @Nullable ScheduledHandle again;
  private Listening heard = new Listening();
  private @Nullable Routes routes;
  private int route;
  private boolean hasFailed;
  private boolean isReady;

  /**
   * Connects through {@code connections}.
   *
   * @param wait from a failure to the next attempt
   */
  Redial(Helper helper, LoadBalancerProvider connections, Duration wait) {
    this.helper = helper;
    this.connections = connections;
    this.wait = wait;
    this.current = connections.newLoadBalancer(heard);
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
    addresses = resolved;
    routes = Routes.to(helper.getAuthority());
    if (routes != null) {
      route = routes.first();
    }
    return current.acceptResolvedAddresses(chosen(resolved));
  }

  /** Of several links one: a balancer would stay with the first for as long as it says nothing. */
  private ResolvedAddresses chosen(ResolvedAddresses resolved) {
    return routes == null
        ? resolved
        : resolved.toBuilder()
            .setAddresses(List.of(new EquivalentAddressGroup(routes.get(route))))
            .build();
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
    forgetToDial();
    current.shutdown();
  }

  private void dialIn(Duration time) {
    forgetToDial();
    again =
        helper
            .getSynchronizationContext()
            .schedule(
                this::dial,
                time.toMillis(),
                TimeUnit.MILLISECONDS,
                helper.getScheduledExecutorService());
  }

  private void forgetToDial() {
    if (again != null) {
      again.cancel();
      again = null;
    }
  }

  private void dial() {
    again = null;
    if (isReady) {
      // what is cancelled may have been on its way here
      return;
    }
    ResolvedAddresses to = addresses;
    if (to == null) {
      // the name was not found; that is tried again ever more seldom, too
      helper.refreshNameResolution();
      return;
    }
    LoadBalancer before = current;
    heard = new Listening();
    current = connections.newLoadBalancer(heard);
    before.shutdown();
    route++;
    current.acceptResolvedAddresses(chosen(to));
  }

  /** What one balancer sees of the channel. */
  private final class Listening extends ForwardingLoadBalancerHelper {
    @Override
    protected Helper delegate() {
      return helper;
    }

    @Override
    public void updateBalancingState(ConnectivityState state, SubchannelPicker picker) {
      if (heard != this) {
        // the last words of a balancer that has been given up; its picker leads nowhere
        return;
      }
      isReady = state == ConnectivityState.READY;
      switch (state) {
        case READY -> {
          hasFailed = false;
          forgetToDial();
          if (routes != null) {
            routes.answered(route);
          }
        }
        case TRANSIENT_FAILURE -> {
          hasFailed = true;
          dialIn(wait);
        }
        case CONNECTING -> {
          if (again == null) {
            dialIn(wait.multipliedBy(routes == null ? LONGEST_CALL : LONGEST_CALL_OF_SEVERAL));
          }
        }
        default -> {
          if (hasFailed) {
            dialIn(wait);
          } else {
            forgetToDial();
          }
        }
      }
      if (!hasFailed || state == ConnectivityState.TRANSIENT_FAILURE) {
        helper.updateBalancingState(state, picker);
      }
    }
  }
}
