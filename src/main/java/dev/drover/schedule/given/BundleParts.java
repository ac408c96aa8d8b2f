package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.BundleOptions;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.ImpliedOptions;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.fact.BundleReplica;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Words;
import dev.drover.plan.BundleView;
import dev.drover.schedule.place.Replica;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle is made of: for each replica a container, the container's own address where there
 * is a range of them, and a connection into the container; and a clone of the resource that runs
 * inside.
 */
final class BundleParts {
  private static final int LAST_OCTET = 253;

  private final ResourceConfig bundle;
  private final ContainerConfig container;
  private final int promotedMax;
  private final int count;
  private final int perHost;
  private final List<@Nullable String> addresses = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();
  private final List<ResourceConfig> members = new ArrayList<>();

  BundleParts(ResourceConfig bundle, ContainerConfig container, Set<String> names) {
    this.bundle = bundle;
    this.container = container;
    this.promotedMax = container.promotedMax();
    this.count = container.replicas();
    boolean ports = container.firstAddress() == null && container.hasControlPort();
    this.perHost = ports ? 1 : container.replicasPerHost();
    addAddresses();
    for (int i = 0; i < count; i++) {
      addReplica(i, names);
    }
    if (inside() != null) {
      members.add(clone(inside()));
    }
  }

  /** The bundle with all its parts as members. */
  ResourceConfig expanded() {
    return new ResourceConfig(
        bundle.id(),
        Kind.BUNDLE,
        null,
        bundle.template(),
        bundle.meta(),
        bundle.parameters(),
        bundle.utilization(),
        bundle.operations(),
        members,
        container);
  }

  /** Whether the cluster can get inside: over an address, or over a port of the host. */
  boolean isReachable() {
    return container.firstAddress() != null || container.hasControlPort();
  }

  List<Replica> replicas() {
    return replicas;
  }

  /** Its replicas as facts. */
  List<BundleReplica> facts() {
    return replicas.stream()
        .map(
            replica ->
                new BundleReplica(
                    bundle.id(),
                    replica.container(),
                    Objects.requireNonNullElse(replica.address(), ""),
                    Objects.requireNonNullElse(replica.connection(), ""),
                    Objects.requireNonNullElse(replica.instance(), "")))
        .toList();
  }

  BundleView view() {
    List<BundleView.Replica> views = new ArrayList<>();
    for (Replica replica : replicas) {
      int number = views.size();
      views.add(
          new BundleView.Replica(
              number,
              addresses.get(number),
              replica.address(),
              replica.container(),
              replica.connection(),
              replica.instance()));
    }
    return new BundleView(Objects.requireNonNullElse(container.image(), ""), views);
  }

  /** How its containers relate. */
  CloneShape shape(BundleOptions options) {
    return new CloneShape(
        bundle.id(),
        count,
        perHost,
        promotedMax,
        promotedMax > 0 ? 1 : 0,
        0,
        perHost > 1,
        promotedMax > 0,
        options.interleave(),
        false,
        options.notifies());
  }

  private @Nullable ResourceConfig inside() {
    return bundle.members().isEmpty() ? null : bundle.members().get(0);
  }

  private void addAddresses() {
    String next = container.firstAddress();
    for (int i = 0; i < count; i++) {
      addresses.add(next);
      next = next == null ? null : following(next);
    }
  }

  /** The next IPv4 address; null where there is none. */
  private static @Nullable String following(String address) {
    String[] octets = address.split("\\.", -1);
    if (octets.length != 4) {
      return null;
    }
    long third = Words.number(octets[2], -1);
    long last = Words.number(octets[3], -1);
    if (third < 0 || last < 0 || third > LAST_OCTET) {
      return null;
    }
    boolean carry = last > LAST_OCTET;
    return octets[0]
        + "."
        + octets[1]
        + "."
        + (carry ? third + 1 : third)
        + "."
        + (carry ? 1 : last + 1);
  }

  private void addReplica(int number, Set<String> names) {
    String host = bundle.id() + "-" + container.engine() + "-" + number;
    ResourceConfig inside = inside();
    members.add(
        RemoteConnection.primitive(
            host,
            new Agent("ocf", "heartbeat", container.engine()),
            Map.of(),
            new ContainerParameters(bundle.id(), container, inside != null, addresses).of(number),
            inside == null ? List.of() : inside.utilization(),
            List.of(RemoteConnection.operation(host, "monitor", "60s", null))));
    String ip = addresses.get(number);
    String address = ip == null ? null : addAddress(ip);
    if (inside == null || !isReachable()) {
      replicas.add(new Replica(host, address, null, null, null));
      return;
    }
    String node = bundle.id() + "-" + number;
    if (!names.add(node)) {
      node = "pcmk-internal-" + inside.id() + "-remote-" + number;
    }
    members.add(
        RemoteConnection.toReplica(
            node, host, ip == null ? "#uname" : ip, container.controlPort()));
    replicas.add(new Replica(host, address, node, inside.id() + ":" + number, node));
  }

  private String addAddress(String ip) {
    String id = (bundle.id() + "-ip-" + ip).replace(':', '.');
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("ip", ip);
    String nic = container.hostInterface();
    if (nic != null) {
      parameters.put("nic", nic);
    }
    parameters.put("cidr_netmask", container.hostNetmask());
    members.add(
        RemoteConnection.primitive(
            id,
            new Agent("ocf", "heartbeat", "IPaddr2"),
            Map.of(),
            parameters,
            List.of(),
            List.of(RemoteConnection.operation(id, "monitor", "60s", null))));
    return id;
  }

  /** What a service needs of a node, its container takes. */
  private ResourceConfig clone(ResourceConfig inside) {
    Map<String, String> meta = new LinkedHashMap<>();
    meta.putAll(ImpliedOptions.clone(count, perHost, perHost > 1));
    meta.putAll(ImpliedOptions.inBundle(inside, promotedMax));
    ResourceConfig member =
        new ResourceConfig(
            inside.id(),
            inside.kind(),
            inside.agent(),
            inside.template(),
            inside.meta(),
            inside.parameters(),
            List.of(),
            inside.operations(),
            inside.members(),
            null);
    String id = container.cloneName(bundle.id());
    return new ResourceConfig(
        id,
        Kind.CLONE,
        null,
        null,
        List.of(SettingSet.always(id + "-meta", meta)),
        List.of(),
        List.of(),
        List.of(),
        List.of(member),
        null);
  }
}
