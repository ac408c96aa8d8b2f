package dev.drover.text.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as the schema of the output uses to say which members there are, and of which words. */
final class SchemaCheck {
  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  SchemaCheck(JsonNode root) {
    this.root = root;
  }

  List<String> problems() {
    return problems;
  }

  void check(JsonNode value, JsonNode schema, String path) {
    if (schema.has("$ref")) {
      check(value, root.at(schema.get("$ref").asText().substring(1)), path);
    }
    if (schema.has("oneOf")) {
      checkOneOf(value, schema.get("oneOf"), path);
    }
    schema.path("required").forEach(name -> require(value.has(name.asText()), path + " lacks " + name));
    if (schema.has("enum")) {
      boolean known = false;
      for (JsonNode word : schema.get("enum")) {
        known |= word.equals(value);
      }
      require(known, path + " is " + value);
    }
    value
        .fields()
        .forEachRemaining(
            member -> {
              JsonNode described = schema.path("properties").path(member.getKey());
              JsonNode other = schema.path("additionalProperties");
              require(
                  !described.isMissingNode() || !other.isBoolean() || other.asBoolean(),
                  path + "/" + member.getKey() + " is not described");
              check(member.getValue(), described.isMissingNode() ? other : described, path + "/" + member.getKey());
            });
    if (value.isArray()) {
      value.forEach(element -> check(element, schema.path("items"), path + "[]"));
    }
  }

  private void checkOneOf(JsonNode value, JsonNode choices, String path) {
    int matches = 0;
    for (JsonNode choice : choices) {
      SchemaCheck attempt = new SchemaCheck(root);
      attempt.check(value, choice, path);
      matches += attempt.problems().isEmpty() ? 1 : 0;
    }
    require(matches == 1, path + " matches " + matches + " forms: " + value);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
