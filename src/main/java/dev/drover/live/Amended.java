package dev.drover.live;

import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration with amendments: they come before what the operator wrote in the file. */
public final class Amended {
  private static final String ID = "amended";

  private final List<Amendment> amendments;

  /** What commands have changed, in the order in which they did. */
  public Amended(List<Amendment> amendments) {
    this.amendments = amendments;
  }

  /** What counts, where that is written in the file. */
  public Configuration of(Configuration written) {
    if (amendments.isEmpty()) {
      return written;
    }
    List<LocationConstraint> locations = new ArrayList<>(written.locations());
    amendments.stream()
        .filter(amendment -> amendment.kind() == Amendment.Kind.PLACE)
        .map(Amended::location)
        .forEach(locations::add);
    return new Configuration(
        before(written.options(), Amendment.Kind.CLUSTER_OPTION, ""),
        written.nodes().stream().map(this::node).toList(),
        written.resources().stream().map(this::resource).toList(),
        locations,
        written.colocations(),
        written.orders(),
        written.tickets(),
        written.resourceDefaults(),
        written.operationDefaults(),
        written.fencingLevels(),
        written.tags());
  }

  private NodeConfig node(NodeConfig node) {
    return new NodeConfig(
        node.id(),
        node.name(),
        node.kind(),
        before(node.attributes(), Amendment.Kind.NODE_ATTRIBUTE, node.name()),
        node.utilization(),
        node.score());
  }

  private ResourceConfig resource(ResourceConfig resource) {
    return new ResourceConfig(
        resource.id(),
        resource.kind(),
        resource.agent(),
        resource.template(),
        before(resource.meta(), Amendment.Kind.RESOURCE_OPTION, resource.id()),
        resource.parameters(),
        resource.utilization(),
        resource.operations(),
        resource.members().stream().map(this::resource).toList(),
        resource.container());
  }

  private List<SettingSet> before(List<SettingSet> written, Amendment.Kind kind, String subject) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Amendment amendment : amendments) {
      String value = amendment.value();
      if (amendment.kind() == kind && amendment.subject().equals(subject) && value != null) {
        values.put(amendment.name(), value);
      }
    }
    if (values.isEmpty()) {
      return written;
    }
    List<SettingSet> sets = new ArrayList<>();
    sets.add(new SettingSet(ID, Score.INFINITY, null, values));
    sets.addAll(written);
    return sets;
  }

  private static LocationConstraint location(Amendment place) {
    return new LocationConstraint(
        "%s-%s-on-%s".formatted(ID, place.subject(), place.name()),
        place.subject(),
        null,
        List.of(),
        null,
        place.name(),
        Score.parse(String.valueOf(place.value()), Score.ZERO),
        List.of(),
        null);
  }
}
