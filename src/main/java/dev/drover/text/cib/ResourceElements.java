package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.text.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes resources. Templates are written empty: what they gave has been merged into the
 * primitives.
 */
final class ResourceElements {
  private final Map<String, Agent> templates = new LinkedHashMap<>();

  private ResourceElements() {}

  static XmlElement of(List<ResourceConfig> resources) {
    ResourceElements elements = new ResourceElements();
    XmlElement list = Xml.element("resources");
    resources.forEach(resource -> Xml.add(list, elements.resource(resource)));
    elements.templates.forEach((id, agent) -> Xml.add(list, named("template", id, agent)));
    return list;
  }

  /** An element that names its agent. */
  static XmlElement named(String name, String id, Agent agent) {
    return Xml.element(
        name,
        "id",
        id,
        "class",
        agent.standard(),
        "provider",
        agent.provider(),
        "type",
        agent.type());
  }

  private XmlElement resource(ResourceConfig resource) {
    XmlElement element = head(resource);
    if (resource.container() != null) {
      addContainer(element, resource.id(), resource.container());
    }
    Xml.addAll(element, SettingElements.sets("meta_attributes", resource.meta()));
    Xml.addAll(element, SettingElements.sets("instance_attributes", resource.parameters()));
    Xml.addAll(element, SettingElements.sets("utilization", resource.utilization()));
    if (!resource.operations().isEmpty()) {
      XmlElement operations =
          Xml.add(element, Xml.element("operations", "id", Xml.id(resource.id(), "operations")));
      resource.operations().forEach(operation -> Xml.add(operations, operation(operation)));
    }
    resource.members().forEach(member -> Xml.add(element, resource(member)));
    return element;
  }

  private XmlElement head(ResourceConfig resource) {
    Agent agent = resource.agent();
    if (resource.kind() != Kind.PRIMITIVE || agent == null) {
      return Xml.element(resource.kind().name().toLowerCase(Locale.ROOT), "id", resource.id());
    }
    if (resource.template() == null) {
      return named("primitive", resource.id(), agent);
    }
    templates.putIfAbsent(resource.template(), agent);
    return Xml.element("primitive", "id", resource.id(), "template", resource.template());
  }

  private static XmlElement operation(OperationConfig operation) {
    XmlElement element =
        Xml.element(
            "op",
            "id",
            Xml.unlessEmpty(operation.id()),
            "name",
            operation.name(),
            "interval",
            operation.interval());
    element.attributes().putAll(operation.attributes());
    Xml.addAll(element, SettingElements.sets("meta_attributes", operation.meta()));
    Xml.addAll(element, SettingElements.sets("instance_attributes", operation.parameters()));
    return element;
  }

  private static void addContainer(XmlElement bundle, String name, ContainerConfig container) {
    Xml.add(bundle, mapped(container.engine(), container.attributes()));
    if (!container.network().isEmpty() || !container.ports().isEmpty()) {
      XmlElement network = Xml.add(bundle, mapped("network", container.network()));
      addMappings(network, "port-mapping", name + "-port-", container.ports());
    }
    if (!container.storage().isEmpty()) {
      XmlElement storage = Xml.add(bundle, Xml.element("storage"));
      addMappings(storage, "storage-mapping", name + "-storage-", container.storage());
    }
  }

  /** A mapping needs an id in a CIB, and in a cluster file it has none. */
  private static void addMappings(
      XmlElement parent, String element, String prefix, List<Map<String, String>> mappings) {
    for (int i = 0; i < mappings.size(); i++) {
      XmlElement mapping = Xml.add(parent, mapped(element, mappings.get(i)));
      mapping.attributes().putIfAbsent("id", prefix + i);
    }
  }

  private static XmlElement mapped(String name, Map<String, String> attributes) {
    XmlElement element = Xml.element(name);
    element.attributes().putAll(attributes);
    return element;
  }
}
