package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.schedule.tree.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Picks a node and a role for every primitive. Holds no state between calls.
 *
 * <p>Resources get their nodes one after the other, those of higher priority first, and each pulls
 * along the ones it follows. A loop of colocations is cut where it closes; the result is the same
 * every time.
 */
public final class Placer {
  /**
   * Places everything.
   *
   * @throws IllegalArgumentException where the input names a resource or node that it does not have
   */
  public Placements place(PlacementInput input) {
    Board board = new Board(input);
    ScoreLog log = new ScoreLog(input.explained(), board.room.seats);
    Round round = new Round(board.room, log);
    List<Piece> order = order(board, round);
    for (Piece piece : order) {
      if (isConnection(piece, board.room)) {
        round.place(piece, migrationTarget(piece, board.room), true);
      }
    }
    for (Piece piece : order) {
      if (!isConnection(piece, board.room)) {
        Descent.of(piece).forEach(each -> round.place(each, null, true));
      }
    }
    return answer(order, log);
  }

  private static boolean isConnection(Piece piece, Room room) {
    return room.seats.stream().anyMatch(seat -> seat.connection == piece);
  }

  private static @Nullable Seat migrationTarget(Piece piece, Room room) {
    String target = piece.standing.migrationTarget();
    return room.seats.stream()
        .filter(seat -> seat.node.id().equals(target))
        .findFirst()
        .orElse(null);
  }

  /**
   * Priority decides; where capacity counts, then who is more wanted where it is, then anywhere.
   */
  private static List<Piece> order(Board board, Round round) {
    Comparator<Piece> priority = Comparator.comparingInt(piece -> -piece.priority);
    List<Piece> byPriority = new ArrayList<>(board.roots);
    byPriority.sort(priority);
    if (!board.room.strategy().capacityCounts()) {
      return byPriority;
    }
    List<Seat> ranked = board.room.ranked(new int[board.room.size()], null);
    Map<Piece, int[]> outlooks = new HashMap<>();
    byPriority.forEach(piece -> outlooks.put(piece, round.wishes.outlook(piece)));
    return StableMerge.sort(
        byPriority,
        priority.thenComparing((one, other) -> compareOutlooks(one, other, outlooks, ranked)));
  }

  private static int compareOutlooks(
      Piece one, Piece other, Map<Piece, int[]> outlooks, List<Seat> ranked) {
    int[] mine = outlooks.getOrDefault(one, one.scores);
    int[] theirs = outlooks.getOrDefault(other, other.scores);
    int order = Integer.compare(atHome(other, theirs), atHome(one, mine));
    for (int i = 0; i < ranked.size() && order == 0; i++) {
      int index = ranked.get(i).index;
      order =
          Integer.compare(Math.max(Table.NEVER, theirs[index]), Math.max(Table.NEVER, mine[index]));
    }
    return order;
  }

  private static int atHome(Piece piece, int[] scores) {
    Seat home = piece.current();
    return home == null ? Table.NEVER : Math.max(Table.NEVER, scores[home.index]);
  }

  private static Placements answer(List<Piece> order, ScoreLog log) {
    Map<String, Place> places = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    order.stream()
        .flatMap(Placer::primitives)
        .forEach(
            piece -> {
              places.put(piece.id(), place(piece));
              if (piece.reason != null && (piece.seat == null || !piece.isManaged())) {
                reasons.put(piece.id(), piece.reason);
              }
            });
    return new Placements(places, reasons, log.lines());
  }

  /** A clone's instances by number, but inside of a bundle as they were ranked for promotion. */
  private static Stream<Piece> primitives(Piece piece) {
    if (piece.is(Kind.PRIMITIVE)) {
      return Stream.of(piece);
    }
    boolean ranked = piece.parent != null && piece.parent.is(Kind.BUNDLE);
    List<Piece> members = new ArrayList<>(piece.members);
    if (!ranked) {
      members.sort(Comparator.comparingInt(member -> piece.item.members().indexOf(member.item)));
    }
    return members.stream().flatMap(Placer::primitives);
  }

  private static Place place(Piece piece) {
    if (piece.seat == null) {
      return new Place(null, piece.next == Role.UNKNOWN ? Role.STOPPED : piece.next);
    }
    return new Place(piece.seat.node.id(), piece.next == Role.UNKNOWN ? Role.STARTED : piece.next);
  }
}
