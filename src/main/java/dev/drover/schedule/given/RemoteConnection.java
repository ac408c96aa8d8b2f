package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.GuestConfig;
import dev.drover.model.config.ImpliedOptions;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the connection resources that nobody configures, because something else implies them. */
final class RemoteConnection {
  private static final Agent AGENT = new Agent("ocf", "pacemaker", "remote");

  private RemoteConnection() {}

  /** The connection to the guest node inside of a launcher. */
  static ResourceConfig toGuest(GuestConfig guest, String launcher) {
    return primitive(
        guest.node(),
        AGENT,
        ImpliedOptions.connection(launcher, guest.migratable(), guest.managed()),
        parameters(guest.address(), guest.port()),
        List.of(),
        List.of(monitor(guest.node()), operation(guest.node(), "start", "0", guest.timeout())));
  }

  /** The connection to the node inside of a bundle's container. */
  static ResourceConfig toReplica(String node, String container, String address, String port) {
    return primitive(
        node,
        AGENT,
        ImpliedOptions.connection(container, null, null),
        parameters(address, port),
        List.of(),
        List.of(monitor(node)));
  }

  private static Map<String, String> parameters(@Nullable String address, @Nullable String port) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "addr", address);
    put(parameters, "port", port);
    return parameters;
  }

  private static OperationConfig monitor(String node) {
    return operation(node, "monitor", "30s", "30s");
  }

  /** A primitive with one set of options and one of parameters. */
  static ResourceConfig primitive(
      String id,
      Agent agent,
      Map<String, String> meta,
      Map<String, String> parameters,
      List<SettingSet> utilization,
      List<OperationConfig> operations) {
    return new ResourceConfig(
        id,
        Kind.PRIMITIVE,
        agent,
        null,
        List.of(SettingSet.always(id + "-meta_attributes", meta)),
        List.of(SettingSet.always(id + "-instance_attributes", parameters)),
        utilization,
        operations,
        List.of(),
        null);
  }

  static OperationConfig operation(
      String resource, String name, String interval, @Nullable String timeout) {
    return OperationConfig.of(resource + "-" + name + "-" + interval, name, interval, timeout);
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
