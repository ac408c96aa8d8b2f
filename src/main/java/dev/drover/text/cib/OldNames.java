package dev.drover.text.cib;

import java.util.Locale;
import java.util.Map;

/** Names and values from earlier releases of Pacemaker, and what they are called now. */
final class OldNames {
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("stonith-enabled", "fencing-enabled"),
          Map.entry("stonith-action", "fencing-action"),
          Map.entry("stonith-timeout", "fencing-timeout"),
          Map.entry("stonith-max-attempts", "fencing-max-attempts"),
          Map.entry("stonith-watchdog-timeout", "fencing-watchdog-timeout"),
          Map.entry("fence-reaction", "fencing-reaction"),
          Map.entry("stop-orphan-resources", "stop-removed-resources"),
          Map.entry("stop-orphan-actions", "cancel-removed-actions"),
          Map.entry("crmd-finalization-timeout", "join-finalization-timeout"),
          Map.entry("crmd-integration-timeout", "join-integration-timeout"),
          Map.entry("crmd-transition-delay", "transition-delay"),
          Map.entry("cluster_recheck_interval", "cluster-recheck-interval"),
          Map.entry("dc_deadtime", "dc-deadtime"),
          Map.entry("election_timeout", "election-timeout"),
          Map.entry("no_quorum_policy", "no-quorum-policy"),
          Map.entry("shutdown_escalation", "shutdown-escalation"),
          Map.entry("startup_fencing", "startup-fencing"),
          Map.entry("stonith_action", "fencing-action"),
          Map.entry("stonith_enabled", "fencing-enabled"),
          Map.entry("stop_orphan_actions", "cancel-removed-actions"),
          Map.entry("stop_orphan_resources", "stop-removed-resources"),
          Map.entry("symmetric_cluster", "symmetric-cluster"),
          Map.entry("transition_idle_timeout", "cluster-delay"));

  private static final Map<String, String> META =
      Map.of("master-max", "promoted-max", "master-node-max", "promoted-node-max");

  private static final Map<String, String> RESOURCE_DEFAULTS =
      Map.of(
          "default-resource-stickiness", "resource-stickiness",
          "default_resource_stickiness", "resource-stickiness",
          "is-managed-default", "is-managed",
          "is_managed_default", "is-managed");

  private static final Map<String, String> OPERATION_DEFAULTS =
      Map.of("default-action-timeout", "timeout", "default_action_timeout", "timeout");

  private OldNames() {}

  /** The current name of a cluster option. */
  static String option(String name) {
    return OPTIONS.getOrDefault(name, name);
  }

  /** The current value of a cluster option that is called by its current name. */
  static String optionValue(String name, String value) {
    return switch (name + "=" + value.toLowerCase(Locale.ROOT)) {
      case "fencing-action=poweroff" -> "off";
      case "no-quorum-policy=suicide" -> "fence";
      default -> value;
    };
  }

  /** The current name of a resource's or operation's meta option. */
  static String meta(String name) {
    return META.getOrDefault(name, name);
  }

  /** The current value of a meta option: roles have new names. */
  static String metaValue(String name, String value) {
    return name.equals("target-role") || name.equals("role") ? role(value) : value;
  }

  /** The current name of a role. */
  static String role(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "master" -> "Promoted";
      case "slave" -> "Unpromoted";
      default -> value;
    };
  }

  /** Cluster options of old that are resource defaults now, with their current names. */
  static Map<String, String> resourceDefaults() {
    return RESOURCE_DEFAULTS;
  }

  /** Cluster options of old that are operation defaults now, with their current names. */
  static Map<String, String> operationDefaults() {
    return OPERATION_DEFAULTS;
  }
}
