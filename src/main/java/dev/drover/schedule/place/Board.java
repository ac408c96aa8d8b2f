package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.Colocation;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets up nodes and resources for a placement: scores before any colocation, and the colocations
 * themselves.
 */
final class Board {
  /**
   * How much an instance inside a container is wanted in its container before anything else counts.
   */
  private static final int INSIDE = 500;

  final Room room;
  final List<Piece> roots = new ArrayList<>();
  private final PlacementInput input;
  private final Map<String, Integer> capacities = new LinkedHashMap<>();
  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  /** Resources by the name without an instance number, as constraints name them. */
  private final Map<String, Piece> byBaseName = new LinkedHashMap<>();

  Board(PlacementInput input) {
    this.input = input;
    numberCapacities();
    for (NodeSeat node : input.nodes()) {
      seats.put(node.id(), new Seat(seats.size(), node, amounts(node.capacity())));
    }
    this.room = new Room(List.copyOf(seats.values()), input.strategy());
    input.roots().forEach(root -> roots.add(build(root, null)));
    roots.forEach(Board::gatherActive);
    connectNodes();
    input.bundles().forEach(this::pack);
    input.preferences().stream()
        .sorted(Comparator.comparing(Preference::reach).thenComparing(Preference::score))
        .forEach(this::prefer);
    input
        .promotionScores()
        .forEach(s -> piece(s.item()).promotionScores.put(seat(s.node()), s.score().value()));
    input.promotedPreferences().stream()
        .sorted(Comparator.comparing(Preference::score))
        .forEach(
            p ->
                piece(p.item())
                    .promotedWishes
                    .merge(seat(p.node()), p.score().value(), Table::add));
    input.colocations().forEach(colocation -> tie(colocation, true));
    input.impliedColocations().forEach(colocation -> tie(colocation, false));
    roots.forEach(Board::chain);
  }

  /** The resource that is named so; null for none. */
  @Nullable Piece find(String item) {
    return pieces.get(item);
  }

  private void numberCapacities() {
    if (input.strategy().capacityCounts()) {
      TreeSet<String> names = new TreeSet<>();
      input.nodes().forEach(node -> names.addAll(node.capacity().keySet()));
      input.roots().stream()
          .flatMap(Item::all)
          .forEach(item -> names.addAll(input.traits(item).needs().keySet()));
      names.forEach(name -> capacities.put(name, capacities.size()));
    }
  }

  private int[] amounts(Map<String, Integer> byName) {
    int[] amounts = new int[capacities.size()];
    capacities.forEach((name, number) -> amounts[number] = byName.getOrDefault(name, 0));
    return amounts;
  }

  private Piece build(Item item, @Nullable Piece parent) {
    Traits traits = input.traits(item);
    int[] scores = new int[room.size()];
    for (Seat seat : room.seats) {
      scores[seat.index] = traits.welcome() && seat.node.open() ? 0 : Table.ABSENT;
    }
    int[] counts = item.isPrimitive() || item.isGroup() ? new int[0] : new int[room.size()];
    Piece piece = new Piece(item, parent, traits, input.standing(item), scores, counts);
    piece.needs = traits.needs().isEmpty() || capacities.isEmpty() ? null : amounts(traits.needs());
    pieces.put(item.id(), piece);
    byBaseName.putIfAbsent(item.baseName(), piece);
    item.members().forEach(member -> build(member, piece));
    piece.standing.activeOn().forEach(node -> piece.active.add(seat(node)));
    return piece;
  }

  private static void gatherActive(Piece piece) {
    for (Piece member : piece.members) {
      gatherActive(member);
      member.active.stream()
          .filter(seat -> !piece.active.contains(seat))
          .forEach(piece.active::add);
    }
  }

  private void connectNodes() {
    for (Seat seat : room.seats) {
      seat.connection = seat.node.connection() == null ? null : piece(seat.node.connection());
      seat.container = seat.node.container() == null ? null : piece(seat.node.container());
    }
  }

  private void pack(String bundle, List<Replica> replicas) {
    for (Replica replica : replicas) {
      Crate crate =
          new Crate(
              piece(replica.container()),
              replica.address() == null ? null : piece(replica.address()),
              replica.connection() == null ? null : piece(replica.connection()),
              replica.instance() == null ? null : piece(replica.instance()),
              replica.node() == null ? null : seat(replica.node()));
      piece(bundle).crates.add(crate);
      Piece instance = crate.instance();
      Seat node = crate.node();
      if (instance != null && node != null) {
        Arrays.fill(instance.scores, Table.ABSENT);
        instance.scores[node.index] = INSIDE;
        if (instance.parent != null) {
          instance.parent.scores[node.index] = Table.NEVER;
        }
      }
    }
  }

  private void prefer(Preference preference) {
    Piece piece = piece(preference.item());
    int index = seat(preference.node()).index;
    int score = preference.score().value();
    switch (preference.reach()) {
      case LOCATION -> locate(piece, index, score);
      case ALL -> piece.all().forEach(each -> Table.addTo(each.scores, index, score));
      case WHERE_WELCOME ->
          piece
              .all()
              .filter(each -> each.scores[index] != Table.ABSENT)
              .forEach(each -> Table.addTo(each.scores, index, score));
    }
  }

  private void locate(Piece piece, int index, int score) {
    Table.addTo(piece.scores, index, score);
    switch (piece.item.kind()) {
      case PRIMITIVE -> {}
      case GROUP -> {
        if (piece.ownWishes == null) {
          piece.ownWishes = new int[room.size()];
          Arrays.fill(piece.ownWishes, Table.ABSENT);
        }
        Table.addTo(piece.ownWishes, index, score);
        for (Piece member : piece.members) {
          // The chain of members would count the score again for each of them.
          boolean counts = member == piece.members.get(0) || !piece.traits.together();
          locate(member, index, counts ? score : 0);
        }
      }
      case CLONE -> piece.members.forEach(instance -> locate(instance, index, score));
      case BUNDLE -> {
        for (Crate crate : piece.crates) {
          locate(crate.container(), index, score);
          if (crate.address() != null) {
            locate(crate.address(), index, score);
          }
        }
      }
    }
  }

  private void tie(Colocation colocation, boolean explicit) {
    if (colocation.score().value() == 0) {
      return;
    }
    TieBook.enter(
        new Tie(
            colocation.id(),
            named(colocation.dependent()),
            role(colocation.dependentRole()),
            named(colocation.primary()),
            role(colocation.primaryRole()),
            colocation.nodeAttribute(),
            colocation.score().value(),
            colocation.influence(),
            explicit));
  }

  /** "Started" asks for nothing that any role in which a service runs does not give. */
  private static Role role(@Nullable Role role) {
    return role == null || role == Role.STARTED ? Role.UNKNOWN : role;
  }

  /** Members of a group that stays together each follow the one before. */
  private static void chain(Piece piece) {
    if (piece.is(Kind.GROUP) && piece.traits.together()) {
      for (int i = 1; i < piece.members.size(); i++) {
        Piece member = piece.members.get(i);
        Piece previous = piece.members.get(i - 1);
        TieBook.enter(
            new Tie(
                "#group-members",
                member,
                Role.UNKNOWN,
                previous,
                Role.UNKNOWN,
                Colocation.NODE,
                Table.INFINITY,
                member.traits.critical(),
                false));
      }
    }
    piece.members.forEach(Board::chain);
  }

  /**
   * The resource that a constraint names: an instance's name without number stands for its clone.
   */
  private Piece named(String name) {
    Piece piece = pieces.get(name);
    if (piece != null) {
      return piece;
    }
    Piece instance = byBaseName.get(name);
    if (instance == null) {
      throw new IllegalArgumentException("no resource is named `" + name + "`");
    }
    return instance.top();
  }

  private Piece piece(String item) {
    Piece piece = pieces.get(item);
    if (piece == null) {
      throw new IllegalArgumentException("no resource is named `" + item + "`");
    }
    return piece;
  }

  private Seat seat(String node) {
    Seat seat = seats.get(node);
    if (seat == null) {
      throw new IllegalArgumentException("no node has the id `" + node + "`");
    }
    return seat;
  }
}
