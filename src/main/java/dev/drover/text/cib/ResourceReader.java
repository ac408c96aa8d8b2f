package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.Score;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code <resources>}, and merges templates into the primitives made from them. */
final class ResourceReader {
  private static final List<String> KINDS =
      List.of("primitive", "group", "clone", "bundle", "master");
  private static final List<String> ENGINES = List.of("docker", "podman");

  private final Document document;
  private final SettingReader settings;
  private final OperationReader operations;
  private final Map<String, XmlElement> templates = new LinkedHashMap<>();

  ResourceReader(Document document, SettingReader settings) {
    this.document = document;
    this.settings = settings;
    this.operations = new OperationReader(document, settings);
  }

  List<ResourceConfig> read(XmlElement resources) throws InputException {
    resources.children("template").forEach(template -> templates.put(template.id(), template));
    return children(resources);
  }

  private List<ResourceConfig> children(XmlElement parent) throws InputException {
    List<ResourceConfig> found = new ArrayList<>();
    for (XmlElement child : parent.children()) {
      if (child.is("primitive")) {
        found.add(primitive(child));
      } else if (child.is("group")) {
        found.add(collective(child, Kind.GROUP, children(child), null));
      } else if (child.is("clone", "master")) {
        found.add(clone(child));
      } else if (child.is("bundle")) {
        found.add(collective(child, Kind.BUNDLE, children(child), container(child)));
      }
    }
    return found;
  }

  private ResourceConfig primitive(XmlElement written) throws InputException {
    String templateId = written.get("template");
    Optional<XmlElement> template = Optional.ofNullable(templateId).map(templates::get);
    if (templateId != null && template.isEmpty()) {
      document.unknown(written, templateId, "the id of a template", templates.keySet());
    }
    XmlElement origin = template.orElse(written);
    Agent agent =
        document.shared(
            new Agent(
                document.required(origin, "class"),
                origin.get("provider"),
                document.required(origin, "type")));
    return new ResourceConfig(
        document.required(written, "id"),
        Kind.PRIMITIVE,
        agent,
        templateId,
        merged(written, template, "meta_attributes", SettingReader.Use.META),
        merged(written, template, "instance_attributes", SettingReader.Use.OTHER),
        merged(written, template, "utilization", SettingReader.Use.OTHER),
        merged(written, template),
        List.of(),
        null);
  }

  /** The primitive's own sets, then the template's: on equal scores its own win. */
  private List<SettingSet> merged(
      XmlElement primitive, Optional<XmlElement> template, String childName, SettingReader.Use use)
      throws InputException {
    List<SettingSet> sets = settings.sets(primitive, childName, use);
    if (template.isPresent()) {
      sets.addAll(settings.sets(template.get(), childName, use));
    }
    return sets;
  }

  private List<OperationConfig> merged(XmlElement primitive, Optional<XmlElement> template)
      throws InputException {
    List<OperationConfig> own = operations.read(primitive);
    return template.isEmpty() ? own : OperationReader.merge(own, operations.read(template.get()));
  }

  private ResourceConfig clone(XmlElement written) throws InputException {
    List<ResourceConfig> members = children(written);
    if (members.isEmpty()) {
      document.problem(written, written.toString(), "a primitive or a group in it", null);
    }
    ResourceConfig clone =
        collective(written, Kind.CLONE, members.stream().limit(1).toList(), null);
    if (written.is("master")) {
      // The old element for a promotable clone says so whatever its own options say.
      clone
          .meta()
          .add(
              0,
              new SettingSet(
                  clone.id() + "-master", Score.INFINITY, null, Map.of("promotable", "true")));
    }
    return clone;
  }

  private ResourceConfig collective(
      XmlElement written,
      Kind kind,
      List<ResourceConfig> members,
      @Nullable ContainerConfig container)
      throws InputException {
    return new ResourceConfig(
        document.required(written, "id"),
        kind,
        null,
        null,
        settings.sets(written, "meta_attributes", SettingReader.Use.META),
        settings.sets(written, "instance_attributes", SettingReader.Use.OTHER),
        settings.sets(written, "utilization", SettingReader.Use.OTHER),
        List.of(),
        members,
        container);
  }

  private ContainerConfig container(XmlElement bundle) throws InputException {
    Optional<XmlElement> engine =
        bundle.children().stream().filter(c -> ENGINES.contains(c.name())).findFirst();
    if (engine.isEmpty()) {
      document.problem(bundle, bundle.toString(), "one of <docker> and <podman> in it", null);
      return new ContainerConfig("", Map.of(), Map.of(), List.of(), List.of());
    }
    Map<String, String> attributes = new LinkedHashMap<>(engine.get().attributes());
    String oldPromoted = attributes.remove("masters");
    if (oldPromoted != null) {
      attributes.putIfAbsent("promoted-max", oldPromoted);
    }
    Optional<XmlElement> network = bundle.child("network");
    return new ContainerConfig(
        engine.get().name(),
        attributes,
        network.map(XmlElement::attributes).orElse(Map.of()),
        bundle
            .grandchildren("network")
            .filter(e -> e.is("port-mapping"))
            .map(XmlElement::attributes)
            .toList(),
        bundle
            .grandchildren("storage")
            .filter(e -> e.is("storage-mapping"))
            .map(XmlElement::attributes)
            .toList());
  }

  /** The names of the elements that are resources. */
  static List<String> kinds() {
    return KINDS;
  }
}
