package dev.drover.text.cib;

import dev.drover.model.config.OperationConfig;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the operations of a primitive or template. */
final class OperationReader {
  /** What has a component of its own in the model, or none. */
  private static final Set<String> OWN = Set.of("id", "name", "interval", "description");

  private final Document document;
  private final SettingReader settings;

  OperationReader(Document document, SettingReader settings) {
    this.document = document;
    this.settings = settings;
  }

  List<OperationConfig> read(XmlElement resource) throws InputException {
    Optional<XmlElement> written = resource.child("operations");
    List<OperationConfig> operations = new ArrayList<>();
    if (written.isPresent()) {
      XmlElement list = document.resolve(written.get()).orElse(written.get());
      for (XmlElement operation : document.resolvedChildren(list, "op")) {
        operations.add(operation(operation));
      }
    }
    return operations;
  }

  private OperationConfig operation(XmlElement written) throws InputException {
    Map<String, String> attributes = new LinkedHashMap<>();
    written
        .attributes()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name)) {
                attributes.put(name, OldNames.metaValue(name, value));
              }
            });
    return new OperationConfig(
        written.id(),
        document.required(written, "name"),
        written.get("interval", "0"),
        attributes,
        settings.sets(written, "meta_attributes", SettingReader.Use.META),
        settings.sets(written, "instance_attributes", SettingReader.Use.OTHER));
  }

  /**
   * A primitive's own operations, then those of its template for which it has none of the same name
   * and role.
   */
  static List<OperationConfig> merge(List<OperationConfig> own, List<OperationConfig> template) {
    Set<String> present = new HashSet<>();
    own.forEach(operation -> present.add(nameAndRole(operation)));
    List<OperationConfig> merged = new ArrayList<>(own);
    template.stream()
        .filter(operation -> !present.contains(nameAndRole(operation)))
        .forEach(merged::add);
    return merged;
  }

  private static String nameAndRole(OperationConfig operation) {
    String role = operation.attributes().getOrDefault("role", "Started").toLowerCase(Locale.ROOT);
    // An operation of a started resource is that of an unpromoted one too.
    return operation.name() + " " + (role.equals("unpromoted") ? "started" : role);
  }
}
