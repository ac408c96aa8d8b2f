package dev.drover.text.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.agent.compose.Container;
import dev.drover.agent.compose.ContainerList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the containers that {@code compose ps --format json} lists: one object a line since Compose
 * 2.21, one array before, and an array of Podman's own objects from its compatible programs.
 */
public final class ContainerReader implements ContainerList {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SHOWN = 80;

  @Override
  public List<Container> read(String printed) {
    List<Container> containers = new ArrayList<>();
    try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(printed)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        for (JsonNode container : value.isArray() ? value : List.of(value)) {
          containers.add(container(container));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "expected a list of containers in JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("expected a list of containers in JSON", e);
    }
    return containers;
  }

  private static Container container(JsonNode node) {
    String service = text(node, "Service");
    if (service.isEmpty()) {
      service = text(node.path("Labels"), "com.docker.compose.service");
    }
    String state = text(node, "State").toLowerCase(Locale.ROOT);
    if (service.isEmpty() || state.isEmpty()) {
      String shown = node.toString();
      throw new IllegalArgumentException(
          "found `%s`, expected a container with `Service` and `State`"
              .formatted(shown.substring(0, Math.min(SHOWN, shown.length()))));
    }
    String name = text(node, "Name");
    if (name.isEmpty()) {
      name = node.path("Names").isArray() ? node.path("Names").path(0).asText() : service;
    }
    return new Container(name, service, state, health(node));
  }

  /** Older versions tell it only among the words for people: {@code Up 2 hours (unhealthy)}. */
  private static String health(JsonNode node) {
    String health = text(node, "Health");
    return health.isEmpty() && text(node, "Status").contains("(unhealthy)") ? "unhealthy" : health;
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText("");
  }
}
