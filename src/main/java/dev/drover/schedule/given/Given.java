package dev.drover.schedule.given;

import dev.drover.model.ClusterState;
import dev.drover.model.Intervals;
import dev.drover.model.NodeKind;
import dev.drover.model.fact.Answer;
import dev.drover.model.fact.AnswerEffect;
import dev.drover.model.fact.CloneShape;
import dev.drover.model.fact.Configured;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.DeviceDefinition;
import dev.drover.model.fact.Failures;
import dev.drover.model.fact.Happened;
import dev.drover.model.fact.Launched;
import dev.drover.model.fact.Leftover;
import dev.drover.model.fact.Resource;
import dev.drover.model.status.OperationRecord;
import dev.drover.plan.BundleView;
import dev.drover.schedule.Defaults;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.resolve.Located;
import dev.drover.schedule.tree.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is given for one decision. Facts come in two parts: clones must be counted before
 * their instances.
 */
public final class Given {
  private final ClusterState state;
  private final Instant now;
  private final Defaults defaults;
  private final Implied implied;
  private final NodeTable nodes;
  private final ResourceTable resources;
  private final OperationFacts operations;
  private List<Track> tracks = List.of();
  private List<Failures> counted = List.of();
  private int results;

  /** By the primitive's number. */
  private final BitSet eventful = new BitSet();

  /** By the history's number. */
  private final BitSet plain = new BitSet();

  public Given(ClusterState state, Instant now, Defaults defaults) {
    this.state = state;
    this.now = now;
    this.defaults = defaults;
    this.implied = new Implied(state);
    this.nodes = new NodeTable(state, implied, now);
    this.resources = new ResourceTable(state.configuration(), implied, now);
    this.operations = new OperationFacts(state.configuration().operationDefaults(), now);
  }

  public NodeTable nodes() {
    return nodes;
  }

  public ResourceTable resources() {
    return resources;
  }

  public OperationFacts operations() {
    return operations;
  }

  /** What agents are given. */
  public Parameters parameters() {
    return new Parameters(nodes, operations, now);
  }

  /** Each bundle's replicas, by its name. */
  public Map<String, List<Replica>> replicas() {
    return implied.replicas();
  }

  /**
   * Names of nodes that nobody configured: those inside of bundles, and those of removed
   * connections.
   */
  public Set<String> unlistedNodes() {
    Set<String> unlisted = implied.leftovers(List.of());
    implied
        .replicas()
        .values()
        .forEach(replicas -> replicas.forEach(replica -> unlisted.add(replica.node())));
    state.configuration().nodes().forEach(node -> unlisted.remove(node.name()));
    return unlisted;
  }

  /** What a bundle is made of, for people; null for anything else. */
  public @Nullable BundleView bundle(String resource) {
    BundleParts parts = implied.bundles().get(resource);
    return parts == null ? null : parts.view();
  }

  /** What location rules are evaluated with. */
  public Located located() {
    Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (NodeTable.Entry node : nodes.all()) {
      attributes.put(node.id(), node.attributes());
      ids.put(node.name(), node.id());
    }
    return new Located(attributes, ids, new Values());
  }

  private final class Values implements Located.ResourceValues {
    @Override
    public Map<String, String> meta(String resource) {
      return resources.options(resource);
    }

    @Override
    public Map<String, String> parameters(String resource, String nodeId) {
      Primitive primitive = resources.primitives().get(resource);
      return primitive == null ? Map.of() : Given.this.parameters().of(primitive, nodeId);
    }
  }

  /** In the order of the report; empty before {@link #read}. */
  public List<Track> tracks() {
    return tracks;
  }

  /**
   * Whether a history says no more than what the rules made of such answers at once, and nothing
   * eventful was recorded of its resource. No rule looks at one of these by itself.
   */
  public boolean isPlain(Track track) {
    return plain.get(track.number());
  }

  /**
   * Whether anything unexpected or a live migration was recorded of a primitive, or a failure of it
   * counted.
   */
  public boolean isEventful(Primitive primitive) {
    return eventful.get(primitive.number());
  }

  private void findEventful() {
    for (Track track : tracks) {
      if (!track.isSmooth()) {
        eventful.set(track.base().number());
      }
    }
    for (Failures failures : counted) {
      Primitive primitive = resources.primitives().get(failures.baseName());
      if (primitive != null) {
        eventful.set(primitive.number());
      }
    }
  }

  /** How many results were recorded. */
  public int results() {
    return results;
  }

  /** The cluster, its nodes, and clones without their instances. */
  public List<Object> clusterFacts() {
    List<Object> facts = ClusterFacts.of(state, nodes, now, defaults);
    facts.addAll(resources.clones());
    for (String name : implied.leftovers(state.configuration().nodes())) {
      facts.add(new Leftover(name));
    }
    facts.addAll(resources.clonedAgents());
    return facts;
  }

  /**
   * Reads what was recorded of the resources and their instances.
   *
   * @return the different answers among all results
   */
  public List<Answer> read(List<CloneShape> shapes) {
    Map<String, CloneShape> byClone = new LinkedHashMap<>();
    shapes.forEach(shape -> byClone.put(shape.resource(), shape));
    resources.expand(byClone);
    resources.primitives().values().forEach(operations::addConfigured);
    Histories histories = new Histories(state, nodes, resources, parameters());
    tracks = histories.tracks();
    results = histories.results();
    counted = FailureFacts.of(nodes, resources);
    findEventful();
    return histories.answers();
  }

  /**
   * Resources with their instances, operations, histories and failures.
   *
   * @param effects what the rules made of all results with one answer
   */
  public List<Object> resourceFacts(List<AnswerEffect> effects) {
    findPlain(effects);
    List<Happened> happened = new ArrayList<>();
    for (Track track : tracks) {
      if (!isPlain(track)) {
        for (OperationRecord record : track.records()) {
          operations.of(track.base(), record.operation(), record.intervalMs());
        }
        happened.addAll(track.facts());
      }
    }
    List<Object> facts = new ArrayList<>();
    resources.primitives().values().forEach(primitive -> facts.add(configured(primitive)));
    facts.addAll(resources.newFacts().stream().filter(fact -> !isClone(fact)).toList());
    facts.addAll(operations.newFacts());
    facts.addAll(happened);
    facts.addAll(remoteFacts());
    facts.addAll(Migrations.of(nodes, tracks));
    facts.addAll(definitions(parameters()));
    facts.addAll(counted);
    return facts;
  }

  private void findPlain(List<AnswerEffect> effects) {
    Set<Answer> understood = new HashSet<>();
    effects.forEach(effect -> understood.add(effect.answer()));
    List<Answer> last = List.of();
    for (Track track : tracks) {
      if (track.isSmooth() && !isEventful(track.base())) {
        // most have the very answers of the one before them
        if (track.answers() == last || understood.containsAll(track.answers())) {
          last = track.answers();
          plain.set(track.number());
        }
      }
    }
  }

  private List<DeviceDefinition> definitions(Parameters parameters) {
    List<DeviceDefinition> definitions = new ArrayList<>();
    for (Primitive primitive : resources.primitives().values()) {
      if (primitive.agent().standard().equals("stonith")) {
        for (NodeTable.Entry node : nodes.all()) {
          definitions.add(parameters.definition(primitive, node));
        }
      }
    }
    return definitions;
  }

  /** Clones are facts already. */
  private static boolean isClone(Object fact) {
    return fact instanceof Resource resource && resource.isClone();
  }

  private Configured configured(Primitive primitive) {
    Item first = primitive.inClone() ? resources.item(primitive.name() + ":0") : null;
    Item clone = first == null ? null : first.enclosingClone();
    boolean promotable = clone != null && clone.shape() != null && clone.shape().promotable();
    return new Configured(
        primitive.name(),
        primitive.agent().standard(),
        promotable,
        launcher(primitive) != null,
        primitive.isRemoteConnection(),
        primitive.options());
  }

  /** For a guest node, the resource that it runs in; null for any other. */
  public @Nullable String container(NodeTable.Entry node) {
    Primitive connection = resources.primitives().get(node.name());
    return node.kind() != NodeKind.GUEST || connection == null ? null : launcher(connection);
  }

  private @Nullable String launcher(Primitive primitive) {
    String launcher = primitive.options().get("container");
    boolean known = launcher != null && !launcher.equals(primitive.name()) && isResource(launcher);
    return known ? launcher : null;
  }

  private boolean isResource(String name) {
    return resources.item(name) != null || resources.primitives().containsKey(name);
  }

  /** Which nodes are behind which resources, and what runs inside of what. */
  private List<Object> remoteFacts() {
    List<Object> facts = new ArrayList<>();
    Parameters parameters = parameters();
    for (Primitive primitive : resources.primitives().values()) {
      String launcher = launcher(primitive);
      if (launcher != null && !primitive.inClone()) {
        facts.add(new Launched(primitive.name(), launcher));
      }
      NodeTable.Entry node = primitive.isRemoteConnection() ? nodes.byName(primitive.name()) : null;
      if (node != null) {
        String reconnect =
            parameters.of(primitive, node.id()).getOrDefault("reconnect_interval", "");
        facts.add(new Connection(primitive.name(), node.id(), Intervals.parse(reconnect)));
      }
    }
    implied.bundles().forEach((bundle, parts) -> facts.addAll(parts.facts()));
    return facts;
  }
}
