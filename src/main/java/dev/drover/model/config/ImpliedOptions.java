package dev.drover.model.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options by their names where nobody wrote them, because something else implies them. */
public final class ImpliedOptions {
  private ImpliedOptions() {}

  /** How many instances a clone has, of which so many may share a node. */
  public static Map<String, String> clone(int instances, int perNode, boolean differ) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("clone-max", Integer.toString(instances));
    options.put("clone-node-max", Integer.toString(perNode));
    options.put("globally-unique", Boolean.toString(differ));
    return options;
  }

  /** How many instances of a clone may be promoted. */
  public static Map<String, String> promoted(int instances, int perNode) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("promoted-max", Integer.toString(instances));
    options.put("promoted-node-max", Integer.toString(perNode));
    return options;
  }

  /**
   * The clone that a bundle makes of the resource inside.
   *
   * @param promotedMax 0 where none can be promoted
   */
  public static Map<String, String> inBundle(ResourceConfig inside, int promotedMax) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("ordered", "true");
    if (promotedMax > 0) {
      options.put("promotable", "true");
      options.put("promoted-max", Integer.toString(promotedMax));
    }
    for (SettingSet set : inside.meta()) {
      String notify = set.values().get("notify");
      if (notify != null) {
        options.putIfAbsent("notify", notify);
      }
    }
    return options;
  }

  /**
   * A connection to a guest node.
   *
   * @param launcher the resource that the node runs in
   */
  public static Map<String, String> connection(
      String launcher, @Nullable String migratable, @Nullable String managed) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("internal_rsc", "true");
    options.put("container", launcher);
    if (migratable != null) {
      options.put("allow-migrate", migratable);
    }
    if (managed != null) {
      options.put("is-managed", managed);
    }
    return options;
  }
}
