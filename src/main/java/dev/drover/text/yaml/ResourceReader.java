package dev.drover.text.yaml;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.text.OptionScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a primitive, group, clone or bundle, and the templates that primitives are made from. */
final class ResourceReader {
  private static final List<String> KINDS = List.of("primitive", "group", "clone", "bundle");
  private static final List<String> PRIMITIVE_KEYS =
      List.of(
          "primitive", "agent", "template", "options", "parameters", "utilization", "operations");
  private static final List<String> CONTAINER_KEYS =
      List.of(
          "engine",
          "image",
          "replicas",
          "replicas-per-host",
          "promoted-max",
          "options",
          "network",
          "run-command");

  private final Problems problems;
  private final Names names;
  private final SettingsReader settings;
  private final OperationsReader operations;
  private final Map<String, ResourceConfig> templates = new LinkedHashMap<>();

  ResourceReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
    this.settings = new SettingsReader(problems);
    this.operations = new OperationsReader(problems, settings);
  }

  /** Templates come before the resources made from them. */
  void template(YamlNode node) {
    List<String> keys = PRIMITIVE_KEYS.stream().filter(key -> !key.equals("template")).toList();
    Section section = Section.open(node, "a template", renamed(keys, "template"), problems);
    String id = section.name("template");
    names.newStandIn(id, section.mark("template"));
    templates.put(id, primitive(section, id, null));
  }

  private static List<String> renamed(List<String> keys, String first) {
    return Stream.concat(Stream.of(first), keys.stream().skip(1)).toList();
  }

  /** A resource, with whatever is in it; a place inside another allows fewer kinds. */
  @Nullable ResourceConfig read(YamlNode node) {
    return read(node, KINDS);
  }

  private @Nullable ResourceConfig read(YamlNode node, List<String> allowed) {
    if (!(node instanceof YamlNode.Fields map)) {
      problems.add(node, "a resource such as {primitive: web, agent: systemd:nginx}");
      return null;
    }
    String kind = KINDS.stream().filter(map.fields()::containsKey).findFirst().orElse("");
    if (!allowed.contains(kind)) {
      String first =
          kind.isEmpty() ? map.fields().keySet().stream().findFirst().orElse("nothing") : kind;
      problems.unknown(
          node.mark(), first, "a resource with one of " + String.join(", ", allowed), allowed);
      return null;
    }
    ResourceConfig resource =
        switch (kind) {
          case "primitive" -> primitive(node);
          case "group" -> group(node);
          case "clone" -> clone(node);
          default -> bundle(node);
        };
    names.defined(resource);
    return resource;
  }

  private String newName(Section section, String key) {
    String id = section.name(key);
    names.newResource(id, section.mark(key));
    return id;
  }

  private ResourceConfig primitive(YamlNode node) {
    Section section = Section.open(node, "a primitive", PRIMITIVE_KEYS, problems);
    String id = newName(section, "primitive");
    String from = section.text("template");
    ResourceConfig template = from == null ? null : templates.get(from);
    if (from != null && template == null) {
      problems.unknown(
          section.mark("template"), from, "the name of a template", templates.keySet());
    }
    return primitive(section, id, template);
  }

  private ResourceConfig primitive(Section section, String id, @Nullable ResourceConfig template) {
    Agent agent = template == null ? null : template.agent();
    if (agent == null || section.has("agent")) {
      String text = section.required("agent");
      agent = text.isEmpty() ? null : AgentName.parse(text, section.mark("agent"), problems);
    }
    boolean fences = agent != null && agent.isFenceDevice();
    OptionScope[] parameterScopes =
        fences ? new OptionScope[] {OptionScope.FENCE_DEVICE} : new OptionScope[0];
    List<SettingSet> meta =
        settings.options(section.node("options"), id + "-options", OptionScope.RESOURCE);
    List<SettingSet> parameters =
        settings.values(section.node("parameters"), id + "-parameters", parameterScopes);
    List<SettingSet> utilization =
        settings.values(section.node("utilization"), id + "-utilization");
    List<OperationConfig> own = operations.read(section.node("operations"), id);
    return new ResourceConfig(
        id,
        Kind.PRIMITIVE,
        agent,
        template == null ? null : template.id(),
        template == null ? meta : joined(meta, template.meta()),
        template == null ? parameters : joined(parameters, template.parameters()),
        template == null ? utilization : joined(utilization, template.utilization()),
        template == null ? own : mergedOperations(own, template.operations()),
        List.of(),
        null);
  }

  private static List<SettingSet> joined(List<SettingSet> own, List<SettingSet> inherited) {
    return Stream.concat(own.stream(), inherited.stream()).toList();
  }

  /**
   * An operation of the primitive's own stands for the template's of the same name and interval.
   */
  private static List<OperationConfig> mergedOperations(
      List<OperationConfig> own, List<OperationConfig> inherited) {
    List<OperationConfig> merged = new ArrayList<>(own);
    for (OperationConfig each : inherited) {
      boolean replaced =
          own.stream()
              .anyMatch(o -> o.name().equals(each.name()) && o.interval().equals(each.interval()));
      if (!replaced) {
        merged.add(each);
      }
    }
    return merged;
  }

  private ResourceConfig group(YamlNode node) {
    Section section =
        Section.open(node, "a group", List.of("group", "options", "members"), problems);
    String id = newName(section, "group");
    List<ResourceConfig> members = new ArrayList<>();
    for (YamlNode each : section.items("members")) {
      ResourceConfig member = read(each, List.of("primitive"));
      if (member != null) {
        members.add(member);
      }
    }
    if (members.isEmpty()) {
      problems.add(
          section.mark("group"), id, "a group with at least one member under `members`", null);
    }
    List<SettingSet> meta =
        settings.options(
            section.node("options"), id + "-options", OptionScope.RESOURCE, OptionScope.GROUP);
    return collective(id, Kind.GROUP, meta, members, null);
  }

  private ResourceConfig clone(YamlNode node) {
    Section section = Section.open(node, "a clone", List.of("clone", "options", "of"), problems);
    String id = newName(section, "clone");
    List<SettingSet> meta =
        settings.options(
            section.node("options"), id + "-options", OptionScope.RESOURCE, OptionScope.CLONE);
    return collective(
        id, Kind.CLONE, meta, inside(section, id, true, List.of("primitive", "group")), null);
  }

  private List<ResourceConfig> inside(
      Section section, String id, boolean needed, List<String> kinds) {
    YamlNode inner = section.node("of");
    if (inner == null) {
      if (needed) {
        section.missing("of");
      }
      return List.of();
    }
    ResourceConfig member = read(inner, kinds);
    return member == null ? List.of() : List.of(member);
  }

  private ResourceConfig bundle(YamlNode node) {
    Section section =
        Section.open(
            node,
            "a bundle",
            List.of("bundle", "container", "network", "ports", "storage", "options", "of"),
            problems);
    String id = newName(section, "bundle");
    Section launched =
        Section.open(section.requiredNode("container"), "a container", CONTAINER_KEYS, problems);
    String engine =
        Objects.requireNonNullElse(launched.word("engine", List.of("docker", "podman")), "podman");
    launched.required("image");
    Map<String, String> attributes = new LinkedHashMap<>(Section.texts(launched));
    attributes.remove("engine");
    ContainerConfig config =
        new ContainerConfig(
            engine,
            attributes,
            section.map("network"),
            maps(section, "ports"),
            maps(section, "storage"));
    List<SettingSet> meta =
        settings.options(section.node("options"), id + "-options", OptionScope.RESOURCE);
    return collective(
        id, Kind.BUNDLE, meta, inside(section, id, false, List.of("primitive")), config);
  }

  private List<Map<String, String>> maps(Section section, String key) {
    return section.items(key).stream()
        .map(each -> Section.texts(Section.anyKeys(each, key, problems)))
        .toList();
  }

  private static ResourceConfig collective(
      String id,
      Kind kind,
      List<SettingSet> meta,
      List<ResourceConfig> members,
      @Nullable ContainerConfig container) {
    return new ResourceConfig(
        id, kind, null, null, meta, List.of(), List.of(), List.of(), members, container);
  }
}
