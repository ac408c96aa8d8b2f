package dev.drover.schedule.given;

import dev.drover.model.config.ContainerConfig;
import dev.drover.model.fact.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent of a bundle's container is given. Word for word what Pacemaker gives it: a
 * container that runs already would be restarted if its parameters changed.
 *
 * @param inside whether a resource runs inside
 * @param addresses every replica's own network address; null for none
 */
record ContainerParameters(
    String bundle, ContainerConfig container, boolean inside, List<@Nullable String> addresses) {
  private static final String KEY = "/etc/pacemaker/authkey";
  private static final String LOGS = "/var/log/pacemaker/bundles";
  private static final String LOGS_INSIDE = "/var/log";
  private static final String DAEMON = "/usr/sbin/pacemaker-remoted";

  /** The parameters of one replica's container. */
  Map<String, String> of(int replica) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "image", container.attributes().get("image"));
    parameters.put("allow_pull", "true");
    parameters.put("force_kill", "false");
    parameters.put("reuse", "false");
    parameters.put("run_opts", runOptions(replica));
    parameters.put("mount_points", mountPoints(replica));
    String command = container.attributes().get("run-command");
    put(parameters, "run_cmd", command != null || !inside ? command : DAEMON);
    parameters.put("monitor_cmd", "/bin/true");
    return parameters;
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private String runOptions(int replica) {
    StringBuilder options = new StringBuilder();
    if (container.engine().equals("docker")) {
      options.append(" --restart=no");
    }
    Map<String, String> network = container.network();
    String range = network.get("ip-range-start");
    if (range != null) {
      options.append(" -h ").append(bundle).append('-').append(replica);
    }
    options.append(" -e PCMK_stderr=1");
    String net = container.attributes().get("network");
    if (net != null) {
      options.append(" --net=").append(net);
    }
    String control = network.getOrDefault("control-port", RemoteConnection.PORT);
    options.append(" -e PCMK_remote_port=").append(control);
    boolean ownLogs = true;
    for (Map<String, String> mapping : container.storage()) {
      String source = source(mapping, replica);
      String target = mapping.get("target-dir");
      if (source != null && target != null) {
        options.append(" -v ").append(source).append(':').append(target);
        if (mapping.get("options") != null) {
          options.append(':').append(mapping.get("options"));
        }
        ownLogs &= !target.equals(LOGS_INSIDE);
      }
    }
    if (inside) {
      options.append(" -v ").append(KEY).append(':').append(KEY);
      if (ownLogs) {
        options.append(" -v ").append(own(LOGS, replica)).append(':').append(LOGS_INSIDE);
      }
    }
    String ip = addresses.get(replica);
    for (Map<String, String> mapping : container.ports()) {
      String port = mapping.containsKey("port") ? mapping.get("port") : mapping.get("range");
      if (port != null && !port.isEmpty()) {
        String target =
            mapping.containsKey("port") ? mapping.getOrDefault("internal-port", port) : port;
        publish(options, ip, net, port, target);
      }
    }
    if (inside) {
      publish(options, ip, net, control, control);
    }
    if (container.attributes().get("options") != null) {
      options.append(' ').append(container.attributes().get("options"));
    }
    options.append(' ').append(hosts());
    return options.toString();
  }

  private static void publish(
      StringBuilder options,
      @Nullable String ip,
      @Nullable String net,
      String port,
      String target) {
    if (ip != null) {
      options.append(" -p ").append(ip).append(':').append(port).append(':').append(target);
    } else if (!"host".equals(net)) {
      options.append(" -p ").append(port).append(':').append(target);
    }
  }

  /** Every replica knows all others by name. */
  private String hosts() {
    boolean addHost = !Words.isFalse(container.network().getOrDefault("add-host", "true"));
    StringBuilder hosts = new StringBuilder();
    for (int i = 0; i < addresses.size(); i++) {
      String ip = addresses.get(i);
      if (ip != null) {
        String name = bundle + "-" + i;
        hosts.append(
            addHost ? " --add-host=" + name + ":" + ip : " --hosts-entry=" + ip + "=" + name);
      }
    }
    return hosts.toString();
  }

  private @Nullable String source(Map<String, String> mapping, int replica) {
    String source = mapping.get("source-dir");
    String root = mapping.get("source-dir-root");
    return source != null ? source : root == null ? null : own(root, replica);
  }

  private String own(String root, int replica) {
    return root + "/" + bundle + "-" + replica;
  }

  /** The directories that must be there before a container can start. */
  private String mountPoints(int replica) {
    StringBuilder points = new StringBuilder();
    boolean ownLogs = true;
    for (Map<String, String> mapping : container.storage()) {
      String target = mapping.get("target-dir");
      if (target == null) {
        continue;
      }
      ownLogs &= !target.equals(LOGS_INSIDE);
      if (mapping.get("source-dir") == null && mapping.get("source-dir-root") != null) {
        points
            .append(points.isEmpty() ? "" : ",")
            .append(own(mapping.get("source-dir-root"), replica));
      }
    }
    if (inside && ownLogs) {
      points.append(points.isEmpty() ? "" : ",").append(own(LOGS, replica));
    }
    return points.toString();
  }
}
