package dev.drover.text.yaml;

import dev.drover.scenario.AgentEvent;
import dev.drover.scenario.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what happens to services, fence devices and the agents that manage them. */
final class AgentEventReader {
  /** The exit code of an agent that only says that it failed. */
  private static final int GENERIC_ERROR = 1;

  /** What may go wrong: a probe is told apart from the monitor that recurs. */
  private static final List<String> OPERATIONS =
      Stream.concat(Stream.of("probe"), OperationsReader.NAMES.stream()).toList();

  private final Problems problems;
  private final Names names;

  AgentEventReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
  }

  List<Event> read(Section event, String verb) {
    return switch (verb) {
      case "fails" -> List.of(fails(event.requiredNode(verb)));
      case "hangs" -> List.of(hangs(event.requiredNode(verb)));
      case "mended" -> List.of(mended(event.requiredNode(verb)));
      case "dies" -> List.of(dies(event.requiredNode(verb)));
      case "started-by-hand" -> List.of(startedByHand(event.requiredNode(verb)));
      case "fence-device-breaks" -> fenceDevices(event, verb, AgentEvent.FenceDeviceBreaks::new);
      case "fence-device-hangs" -> fenceDevices(event, verb, AgentEvent.FenceDeviceHangs::new);
      case "fence-device-mended" -> fenceDevices(event, verb, AgentEvent.FenceDeviceMended::new);
      default -> List.of();
    };
  }

  private List<Event> fenceDevices(Section event, String verb, Function<String, Event> happening) {
    List<Event> events = new ArrayList<>();
    for (YamlNode.Text each : event.texts(verb)) {
      names.fenceDevice(each.value(), each.mark());
      events.add(happening.apply(each.value()));
    }
    return events;
  }

  private Event fails(YamlNode node) {
    Section section =
        Section.open(
            node,
            "a failure",
            List.of("resource", "operation", "on", "code", "times", "reason"),
            problems);
    String operation = operation(section, true);
    return new AgentEvent.Fails(
        resource(section),
        Objects.requireNonNullElse(operation, "monitor"),
        place(section),
        section.integer("code", 1, 255, GENERIC_ERROR),
        times(section),
        section.has("reason") ? section.required("reason") : "");
  }

  private Event hangs(YamlNode node) {
    Section section =
        Section.open(node, "a hang", List.of("resource", "operation", "on", "times"), problems);
    String operation = operation(section, true);
    return new AgentEvent.Hangs(
        resource(section),
        Objects.requireNonNullElse(operation, "monitor"),
        place(section),
        times(section));
  }

  private Event mended(YamlNode node) {
    Section section = named(node, "a repair", List.of("resource", "operation", "on"));
    return new AgentEvent.Mended(resource(section), operation(section, false), place(section));
  }

  private Event dies(YamlNode node) {
    Section section = named(node, "a death", List.of("resource", "on"));
    return new AgentEvent.Dies(resource(section), place(section));
  }

  private Event startedByHand(YamlNode node) {
    Section section = Section.open(node, "a start by hand", List.of("resource", "on"), problems);
    String resource = resource(section);
    section.required("on");
    return new AgentEvent.StartedByHand(resource, Objects.requireNonNullElse(place(section), ""));
  }

  /** A bare name stands for a map with that resource only. */
  private Section named(YamlNode node, String what, List<String> keys) {
    YamlNode map =
        node instanceof YamlNode.Text
            ? new YamlNode.Fields(
                Map.of("resource", new YamlNode.Field(node.mark(), node)), node.mark())
            : node;
    return Section.open(map, what, keys, problems);
  }

  private String resource(Section section) {
    String name = section.required("resource");
    names.primitive(name, section.mark("resource"));
    return name;
  }

  private @Nullable String place(Section section) {
    String node = section.text("on");
    if (node != null) {
      names.node(node, section.mark("on"));
    }
    return node;
  }

  private @Nullable String operation(Section section, boolean needed) {
    if (needed) {
      section.required("operation");
    }
    return section.word("operation", OPERATIONS);
  }

  private int times(Section section) {
    boolean always =
        section.node("times") instanceof YamlNode.Text text && text.value().equals("always");
    return always ? Integer.MAX_VALUE : section.integer("times", 1, 1_000_000, 1);
  }
}
