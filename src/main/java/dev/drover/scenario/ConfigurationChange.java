package dev.drover.scenario;

import dev.drover.model.config.Configuration;
import java.util.Map;
import java.util.stream.Collectors;

/** An operator changes the configuration. */
public sealed interface ConfigurationChange extends Event {
  /** The configuration after the change. */
  Configuration applyTo(Configuration before);

  /** Cluster options get new values; an empty value takes the option away. */
  record ClusterOptions(Map<String, String> values) implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withOptions(
          before, Edits.set(before.options(), "cib-bootstrap-options", values));
    }

    @Override
    public String sentence() {
      return "the cluster gets " + written(values);
    }
  }

  /** A resource's options get new values; an empty value takes the option away. */
  record ResourceOptions(String resource, Map<String, String> values)
      implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withResources(before, Edits.setMeta(before.resources(), resource, values));
    }

    @Override
    public String sentence() {
      return resource + " gets " + written(values);
    }
  }

  /** A node's permanent attributes get new values; an empty value takes the attribute away. */
  record NodeAttributes(String node, Map<String, String> values) implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withNodes(before, Edits.setAttributes(before.nodes(), node, values));
    }

    @Override
    public String sentence() {
      return node + " gets " + written(values);
    }
  }

  /** Constraints are added after the ones there are. */
  record ConstraintsAdded(Constraints constraints) implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withConstraints(before, constraints);
    }

    @Override
    public String sentence() {
      return "the constraint " + String.join(", ", constraints.ids()) + " is added";
    }
  }

  /** A constraint is taken away. */
  record ConstraintRemoved(String id) implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withoutConstraint(before, id);
    }

    @Override
    public String sentence() {
      return "the constraint " + id + " is removed";
    }
  }

  /** A resource that no constraint names is taken away, with its members. */
  record ResourceRemoved(String resource) implements ConfigurationChange {
    @Override
    public Configuration applyTo(Configuration before) {
      return Edits.withResources(
          before, before.resources().stream().filter(each -> !each.id().equals(resource)).toList());
    }

    @Override
    public String sentence() {
      return resource + " is removed from the configuration";
    }
  }

  private static String written(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            each ->
                each.getValue().isEmpty()
                    ? "no " + each.getKey()
                    : each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
