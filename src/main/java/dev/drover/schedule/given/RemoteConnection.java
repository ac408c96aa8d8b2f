package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the connection resources that nobody configures, because something else implies them. */
final class RemoteConnection {
  /** The port on which the daemon of a remote node listens. */
  static final String PORT = "3121";

  private static final Agent AGENT = new Agent("ocf", "pacemaker", "remote");

  private RemoteConnection() {}

  /** The connection to a guest node inside of a launcher. */
  static ResourceConfig toGuest(
      String node,
      String launcher,
      @Nullable String address,
      @Nullable String port,
      @Nullable String timeout,
      @Nullable String migratable,
      @Nullable String managed) {
    Map<String, String> meta = new LinkedHashMap<>();
    meta.put("internal_rsc", "true");
    meta.put("container", launcher);
    put(meta, "allow-migrate", migratable);
    put(meta, "is-managed", managed);
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "addr", address);
    put(parameters, "port", port);
    List<OperationConfig> operations = new ArrayList<>();
    operations.add(operation(node, "monitor", "30s", "30s"));
    if (timeout != null) {
      operations.add(operation(node, "start", "0", timeout));
    }
    return primitive(node, AGENT, meta, parameters, List.of(), operations);
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
    Map<String, String> attributes = timeout == null ? Map.of() : Map.of("timeout", timeout);
    return new OperationConfig(
        resource + "-" + name + "-" + interval, name, interval, attributes, List.of(), List.of());
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
