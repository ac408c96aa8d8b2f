package dev.drover.schedule.given;

import dev.drover.model.config.ContainerConfig;
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
    put(parameters, "image", container.image());
    parameters.put("allow_pull", "true");
    parameters.put("force_kill", "false");
    parameters.put("reuse", "false");
    parameters.put("run_opts", runOptions(replica));
    parameters.put("mount_points", mountPoints(replica));
    String command = container.command();
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
    if (container.firstAddress() != null) {
      options.append(" -h ").append(bundle).append('-').append(replica);
    }
    options.append(" -e PCMK_stderr=1");
    String net = container.engineNetwork();
    if (net != null) {
      options.append(" --net=").append(net);
    }
    String control = container.controlPort();
    options.append(" -e PCMK_remote_port=").append(control);
    boolean ownLogs = true;
    for (ContainerConfig.Mount mount : container.mounts()) {
      String source = source(mount, replica);
      String target = mount.target();
      if (source != null && target != null) {
        options.append(" -v ").append(source).append(':').append(target);
        if (mount.options() != null) {
          options.append(':').append(mount.options());
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
    for (ContainerConfig.Port port : container.mappedPorts()) {
      if (port.outside() != null && !port.outside().isEmpty() && port.inside() != null) {
        publish(options, ip, net, port.outside(), port.inside());
      }
    }
    if (inside) {
      publish(options, ip, net, control, control);
    }
    if (container.engineOptions() != null) {
      options.append(' ').append(container.engineOptions());
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
    boolean addHost = container.addsHosts();
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

  private @Nullable String source(ContainerConfig.Mount mount, int replica) {
    String root = mount.root();
    return mount.source() != null ? mount.source() : root == null ? null : own(root, replica);
  }

  private String own(String root, int replica) {
    return root + "/" + bundle + "-" + replica;
  }

  /** The directories that must be there before a container can start. */
  private String mountPoints(int replica) {
    StringBuilder points = new StringBuilder();
    boolean ownLogs = true;
    for (ContainerConfig.Mount mount : container.mounts()) {
      if (mount.target() == null) {
        continue;
      }
      ownLogs &= !mount.target().equals(LOGS_INSIDE);
      if (mount.source() == null && mount.root() != null) {
        points.append(points.isEmpty() ? "" : ",").append(own(mount.root(), replica));
      }
    }
    if (inside && ownLogs) {
      points.append(points.isEmpty() ? "" : ",").append(own(LOGS, replica));
    }
    return points.toString();
  }
}
