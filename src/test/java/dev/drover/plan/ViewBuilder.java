package dev.drover.plan;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resources as tests want them: managed and stopped until said otherwise. */
public final class ViewBuilder {
  private final String id;
  private final Kind kind;
  private final List<ResourceView> members = new ArrayList<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, Integer> failedProbes = new LinkedHashMap<>();
  private Agent agent = new Agent("ocf", "acme", "shop");
  private String baseName;
  private Role role = Role.STOPPED;
  private boolean orphan;
  private boolean managed = true;
  private boolean maintenance;
  private boolean blocked;
  private boolean failed;
  private boolean failureIgnored;
  private boolean unique;
  private boolean promotable;
  private Role targetRole;
  private String pending;
  private String lockedTo;
  private String historyName;
  private boolean stopIfFailed;
  private String pendingNode;
  private List<String> candidates = List.of();
  private BundleView bundle;

  private ViewBuilder(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
    baseName = id.replaceFirst(":\\d+$", "");
  }

  public static ViewBuilder primitive(String id) {
    return new ViewBuilder(id, Kind.PRIMITIVE);
  }

  public static ViewBuilder group(String id, ViewBuilder... members) {
    return new ViewBuilder(id, Kind.GROUP).members(members);
  }

  public static ViewBuilder cloneOf(String id, ViewBuilder... members) {
    return new ViewBuilder(id, Kind.CLONE).members(members);
  }

  public static ViewBuilder bundle(String id, BundleView bundle, ViewBuilder... members) {
    ViewBuilder view = new ViewBuilder(id, Kind.BUNDLE).members(members);
    view.bundle = bundle;
    return view;
  }

  private ViewBuilder members(ViewBuilder... parts) {
    for (ViewBuilder part : parts) {
      members.add(part.build());
    }
    return this;
  }

  public ViewBuilder agent(String standard, String provider, String type) {
    agent = new Agent(standard, provider, type);
    return this;
  }

  /** Adds a node that it is active on; the role is that of the last one. */
  public ViewBuilder on(String node, Role as) {
    roles.put(node, as);
    role = as;
    return this;
  }

  public ViewBuilder on(String node) {
    return on(node, Role.STARTED);
  }

  public ViewBuilder orphan() {
    orphan = true;
    return this;
  }

  public ViewBuilder unmanaged() {
    managed = false;
    return this;
  }

  public ViewBuilder maintenance() {
    maintenance = true;
    return unmanaged();
  }

  public ViewBuilder blocked() {
    blocked = true;
    return unmanaged();
  }

  public ViewBuilder failed() {
    failed = true;
    stopIfFailed = true;
    return this;
  }

  public ViewBuilder failureIgnored() {
    failureIgnored = true;
    return this;
  }

  public ViewBuilder unique() {
    unique = true;
    return this;
  }

  public ViewBuilder promotable() {
    promotable = true;
    return this;
  }

  public ViewBuilder target(Role target) {
    targetRole = target;
    return this;
  }

  public ViewBuilder pending(String what, String node) {
    pending = what;
    pendingNode = node;
    return this;
  }

  public ViewBuilder lockedTo(String node) {
    lockedTo = node;
    return this;
  }

  public ViewBuilder knownAs(String name) {
    historyName = name;
    return this;
  }

  public ViewBuilder probeFailed(String node, int code) {
    failedProbes.put(node, code);
    return this;
  }

  public ViewBuilder candidates(String... nodes) {
    candidates = List.of(nodes);
    return this;
  }

  public ResourceView build() {
    return new ResourceView(
        id,
        baseName,
        kind,
        kind == Kind.PRIMITIVE ? agent : null,
        role,
        orphan,
        managed,
        maintenance,
        blocked,
        failed,
        failureIgnored,
        unique,
        promotable,
        targetRole,
        pending,
        lockedTo,
        List.copyOf(roles.keySet()),
        roles,
        List.of(),
        historyName,
        stopIfFailed,
        pendingNode,
        failedProbes,
        candidates,
        bundle,
        members);
  }
}
