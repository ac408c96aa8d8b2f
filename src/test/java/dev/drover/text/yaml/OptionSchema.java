package dev.drover.text.yaml;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.OptionType;
import dev.drover.text.Options;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes {@code docs/schema/options.schema.json} from the catalogue of options, so that no name is
 * kept twice.
 */
final class OptionSchema {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String CLUSTER_FILE = "cluster.schema.json#/$defs/";

  private OptionSchema() {}

  static String text() throws IOException {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "The options that a Drover cluster may set");
    ObjectNode defs = schema.putObject("$defs");
    for (OptionType type : OptionType.values()) {
      if (type != OptionType.CHOICE) {
        defs.set("type-" + type.name().toLowerCase(Locale.ROOT), type(type));
      }
    }
    scope(defs, "cluster", OptionScope.CLUSTER);
    scope(defs, "resource", OptionScope.RESOURCE);
    scope(defs, "group", OptionScope.RESOURCE, OptionScope.GROUP);
    scope(defs, "clone", OptionScope.RESOURCE, OptionScope.CLONE);
    scope(defs, "operation", OptionScope.OPERATION);
    scope(defs, "node", OptionScope.NODE);
    scope(defs, "fence-device", OptionScope.FENCE_DEVICE);
    defs.set("operation-attributes", operation(defs, false));
    defs.set("listed-operation", operation(defs, true));
    return JSON.writeValueAsString(schema) + "\n";
  }

  private static ObjectNode reference(String to) {
    return JSON.createObjectNode().put("$ref", to);
  }

  private static ObjectNode type(OptionType type) {
    ObjectNode schema = JSON.createObjectNode();
    switch (type) {
      case BOOLEAN -> {
        ArrayNode values = schema.putArray("enum").add(true).add(false).add(0).add(1);
        Stream.of(type.regex().split("\\|")).forEach(values::add);
      }
      case INTEGER, SCORE, DURATION, PORT -> {
        schema.putArray("type").add("integer").add("string");
        int limit = type == OptionType.PORT ? 65_535 : 999_999_999;
        schema.put("minimum", type == OptionType.PORT ? 0 : -limit).put("maximum", limit);
        schema.put("pattern", "^(" + type.regex() + ")$");
      }
      case PERCENTAGE -> schema.put("type", "string").put("pattern", "^(" + type.regex() + ")$");
      default -> {
        schema.putArray("type").add("string").add("number").add("boolean");
        schema.put("minLength", 1);
      }
    }
    return schema;
  }

  /**
   * The values of some scopes, the sets of them that conditions allow, and what a change of them
   * may say.
   */
  private static void scope(ObjectNode defs, String label, OptionScope... scopes) {
    ObjectNode values = JSON.createObjectNode().put("type", "object");
    ObjectNode changes = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = values.putObject("properties");
    ObjectNode changed = changes.putObject("properties");
    for (OptionSpec option : Options.load().of(scopes)) {
      properties.set(option.name(), option(option));
      ArrayNode either = changed.putObject(option.name()).putArray("anyOf");
      either.add(reference("#/$defs/" + label + "/properties/" + option.name()));
      either.addObject().put("type", "null");
    }
    boolean open =
        List.of(scopes).contains(OptionScope.NODE)
            || List.of(scopes).contains(OptionScope.FENCE_DEVICE);
    if (open) {
      values
          .putObject("propertyNames")
          .put("pattern", "^(?!pcmk_)|" + String.join("|", names(scopes)));
      values.set("additionalProperties", reference(CLUSTER_FILE + "scalar"));
      ArrayNode either = changes.putObject("additionalProperties").putArray("anyOf");
      either.add(reference(CLUSTER_FILE + "scalar"));
      either.addObject().put("type", "null");
    } else {
      values.put("additionalProperties", false);
      changes.put("additionalProperties", false);
    }
    defs.set(label, values);
    defs.set(label + "-change", changes);
    defs.set(label + "-settings", settings(label));
  }

  private static List<String> names(OptionScope... scopes) {
    return Options.load().of(scopes).stream().map(option -> "^" + option.name() + "$").toList();
  }

  private static ObjectNode option(OptionSpec option) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("description", option.meaning());
    if (option.defaultValue() != null) {
      schema.put("default", option.defaultValue());
    }
    if (option.type() == OptionType.CHOICE) {
      option.values().forEach(schema.putArray("enum")::add);
    } else {
      schema.put("$ref", "#/$defs/type-" + option.type().name().toLowerCase(Locale.ROOT));
    }
    return schema;
  }

  private static ObjectNode settings(String label) {
    ObjectNode schema = JSON.createObjectNode();
    ArrayNode either = schema.putArray("anyOf").add(reference("#/$defs/" + label));
    ObjectNode set = either.addObject().put("type", "array").putObject("items");
    set.put("type", "object");
    ObjectNode properties = set.putObject("properties");
    properties.set("id", reference(CLUSTER_FILE + "name"));
    properties.set("score", reference(CLUSTER_FILE + "score"));
    properties.set("when", reference(CLUSTER_FILE + "condition"));
    properties.set("values", reference("#/$defs/" + label));
    set.putArray("required").add("values");
    set.put("additionalProperties", false);
    return schema;
  }

  private static ObjectNode operation(ObjectNode defs, boolean listed) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    if (listed) {
      OperationsReader.NAMES.forEach(properties.putObject("operation").putArray("enum")::add);
      schema.putArray("required").add("operation");
    }
    properties.set("interval", reference("#/$defs/type-duration"));
    properties.set("options", reference("#/$defs/operation-settings"));
    properties.set("parameters", reference(CLUSTER_FILE + "parameters"));
    properties.setAll((ObjectNode) defs.get("operation").get("properties"));
    schema.put("additionalProperties", false);
    return schema;
  }
}
