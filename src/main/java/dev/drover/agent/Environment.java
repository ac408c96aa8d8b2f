package dev.drover.agent;

import dev.drover.agent.process.Program;
import dev.drover.agent.watch.Mark;
import dev.drover.model.Agent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an OCF agent finds in its environment, and nothing else. */
final class Environment {
  /** The parameter that says how thorough a monitor is; it keeps its name. */
  private static final String CHECK_LEVEL = "OCF_CHECK_LEVEL";

  private static final String PARAMETER = "OCF_RESKEY_";
  private static final String META = PARAMETER + "CRM_meta_";

  /**
   * What the shell functions of common agents compare with to know how the cluster's programs are
   * called: that of Pacemaker 2.1.8, whose calls Drover's own programs understand.
   */
  private static final String FEATURE_SET = "3.19.0";

  private Environment() {}

  /** What an agent finds that is asked about itself, and not about any resource. */
  static Map<String, String> ofMetadata(Path root, @Nullable Path tools, Agent agent) {
    AgentCall call =
        new AgentCall(
            agent,
            agent.type(),
            "meta-data",
            Duration.ZERO,
            KnownReloads.PATIENCE,
            Map.of(),
            Map.of());
    Map<String, String> all = of(root, tools, call);
    all.remove(Mark.VARIABLE);
    return all;
  }

  /**
   * The variables of OCF 1.1, those that the shell functions of common agents read, and the one by
   * which the resource's processes are found.
   *
   * @param tools the folder of programs that come before all others; null where there is none
   */
  static Map<String, String> of(Path root, @Nullable Path tools, AgentCall call) {
    Map<String, String> all = new TreeMap<>();
    all.put(PARAMETER + "crm_feature_set", FEATURE_SET);
    call.parameters()
        .forEach(
            (name, value) -> all.put(name.equals(CHECK_LEVEL) ? name : PARAMETER + name, value));
    call.meta().forEach((name, value) -> all.put(META + name.replace('-', '_'), value));
    all.put(META + "name", call.task());
    all.put(META + "interval", Long.toString(call.interval().toMillis()));
    all.put(META + "timeout", Long.toString(call.timeout().toMillis()));
    all.put("PATH", tools == null ? Program.PATH : tools + ":" + Program.PATH);
    if (tools != null) {
      // Under this name the shell functions of common agents look for them.
      all.put("HA_SBIN_DIR", tools.toString());
    }
    all.put("OCF_ROOT", root.toString());
    all.put("OCF_RA_VERSION_MAJOR", "1");
    all.put("OCF_RA_VERSION_MINOR", "1");
    all.put("OCF_EXIT_REASON_PREFIX", Outcome.REASON);
    all.put("OCF_RESOURCE_INSTANCE", call.resource());
    all.put("OCF_RESOURCE_TYPE", call.agent().type());
    String provider = call.agent().provider();
    if (provider != null) {
      all.put("OCF_RESOURCE_PROVIDER", provider);
    }
    all.put(Mark.VARIABLE, Mark.value(call));
    // Where agents keep what must not outlive the machine's start; their shell functions make it.
    all.put("HA_RSCTMP", "/run/resource-agents");
    return all;
  }
}
