package dev.drover.daemon;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.GuestConfig;
import dev.drover.model.config.NodeConfig;
import java.util.ArrayList;
import java.util.List;

/** Refuses nodes that nothing connects to: orders for them would be delivered to nobody. */
final class Reachable {
  private Reachable() {}

  /**
   * Checks that each node of a configuration runs Drover.
   *
   * @throws IllegalArgumentException where one is reached through a resource; for people
   */
  static void check(Configuration configuration) {
    List<String> others = new ArrayList<>();
    configuration.nodes().stream()
        .filter(node -> node.kind() != NodeKind.MEMBER)
        .map(NodeConfig::name)
        .forEach(name -> others.add("`%s` is a remote node".formatted(name)));
    configuration.resources().stream()
        .flatMap(Fences::all)
        .forEach(
            resource -> {
              Agent agent = resource.agent();
              if (agent != null && agent.isRemoteConnection()) {
                others.add("`%s` is a connection to a remote node".formatted(resource.id()));
              }
              GuestConfig.of(resource)
                  .ifPresent(
                      guest ->
                          others.add(
                              "`%s` of `%s` is a guest node"
                                  .formatted(guest.node(), resource.id())));
              if (resource.kind() == Kind.BUNDLE && !resource.members().isEmpty()) {
                others.add(
                    "what is in the bundle `%s` runs on a node of its own"
                        .formatted(resource.id()));
              }
            });
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: expected nodes that run Drover themselves, as a running cluster reaches no other; `drover simulate` takes them%nMaybe run `drover agent` on that machine"
              .formatted(String.join(", ", others)));
    }
  }
}
