package dev.drover.raft;

import java.time.Duration;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancer;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancerProvider;
import org.apache.ratis.thirdparty.io.grpc.LoadBalancerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of the policy that every channel has by default. The registry is the one of
 * Ratis' own copy of gRPC, which nothing else uses; Ratis has no setting for its channels.
 */
final class RedialProvider extends LoadBalancerProvider {
  /** gRPC's default: connect to the first address that answers. */
  private static final String POLICY = "pick_first";

  /** As often as a leader tries: see {@link Tuning}. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private final LoadBalancerProvider connections;

  private RedialProvider(LoadBalancerProvider connections) {
    this.connections = connections;
  }

  /** For all channels that are made from now on. */
  static synchronized void register() {
    LoadBalancerRegistry registry = LoadBalancerRegistry.getDefaultRegistry();
    @Nullable LoadBalancerProvider usual = registry.getProvider(POLICY);
    if (usual == null) {
      throw new IllegalStateException("gRPC's policy `" + POLICY + "`: expected to be there");
    }
    if (!(usual instanceof RedialProvider)) {
      registry.register(new RedialProvider(usual));
    }
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public int getPriority() {
    return connections.getPriority() + 1;
  }

  @Override
  public String getPolicyName() {
    return POLICY;
  }

  @Override
  public LoadBalancer newLoadBalancer(LoadBalancer.Helper helper) {
    return new Redial(helper, connections, WAIT);
  }
}
