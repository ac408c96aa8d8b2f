package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.net.Connection;
import dev.drover.net.Events;
import dev.drover.net.Message;
import dev.drover.net.Reason;
import dev.drover.net.Refusal;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The connections of this node, by who is at the other end; brings letters to the loop. */
final class Links implements Events {
  /** Port: who reads the letters; called on the loop. */
  interface Reader {
    /**
     * A connection to somebody was made, perhaps a further one.
     *
     * @param host the IP address at the other end
     */
    void met(Peer peer, String host);

    /** One connection to somebody has ended; what was sent over it may be lost. */
    void parted(Peer peer);

    /**
     * A letter came.
     *
     * @param over the connection; null where this node wrote to itself
     */
    void read(Peer from, @Nullable Connection over, Letter letter);
  }

  /** So many letters of a node may wait to be read; far more than a node has cause to send. */
  private static final int MOST_LETTERS = 10_000;

  /** So many commands of an operator's connection may wait: each costs a decision. */
  private static final int MOST_COMMANDS = 16;

  /** Ends of connections that are no node's doing who means well. */
  private static final Set<Reason> NOTEWORTHY =
      EnumSet.of(
          Reason.BAD_LENGTH,
          Reason.OTHER_VERSION,
          Reason.OUT_OF_SEQUENCE,
          Reason.TRUNCATED,
          Reason.SILENT,
          Reason.FAILED);

  /** Nobody is there, or somebody looked whether this node is: as when members are down. */
  private static final Set<Reason> SAYS_NOTHING =
      EnumSet.of(Reason.UNREACHABLE, Reason.CLOSED_THERE);

  private final Loop loop;
  private final Journal journal;
  private final Reader reader;
  private final LinkStates states;

  /** Letters that have come and were not read yet, by connection. */
  private final Map<String, Unread> unread = new ConcurrentHashMap<>();

  /** Changed on the loop only. */
  private final Map<Peer, List<Connection>> open = new LinkedHashMap<>();

  Links(Loop loop, Journal journal, LinkStates states, Reader reader) {
    this.loop = loop;
    this.journal = journal;
    this.states = states;
    this.reader = reader;
  }

  /** Everybody that a connection leads to. */
  List<Peer> peers() {
    return List.copyOf(open.keySet());
  }

  /** Which links are up. */
  LinkStates states() {
    return states;
  }

  /**
   * Beats are heard over a connection, or not any more. It is ended then, whatever the machine
   * believes of it: what is sent over it would be lost without anybody noticing.
   */
  void heard(String id, boolean isUp) {
    open.values().stream()
        .flatMap(List::stream)
        .filter(connection -> connection.id().equals(id))
        .findFirst()
        .ifPresent(
            connection -> {
              states.changed(connection, isUp);
              if (!isUp) {
                journal.line(
                    "a connection with %s at %s is ended: nothing was heard on it"
                        .formatted(connection.peer().uri(), LinkStates.text(connection.called())));
                connection.close();
              }
            });
  }

  /**
   * Sends a letter over the connection that was made first and still takes it.
   *
   * @return false where none did
   */
  boolean send(String node, Letter letter) {
    for (Map.Entry<Peer, List<Connection>> entry : open.entrySet()) {
      if (entry.getKey().node().equals(node)
          && entry.getValue().stream().anyMatch(connection -> send(connection, letter))) {
        return true;
      }
    }
    return false;
  }

  static boolean send(Connection connection, Letter letter) {
    return connection.send(new Message(Wire.kind(letter), Wire.bytes(letter)));
  }

  @Override
  public void opened(Connection connection) {
    loop.execute(
        () -> {
          open.computeIfAbsent(connection.peer(), peer -> new ArrayList<>()).add(connection);
          reader.met(connection.peer(), connection.host());
        });
  }

  @Override
  public void received(Connection connection, Message message) {
    Letter letter;
    try {
      letter = Wire.letter(message.kind(), message.payload());
    } catch (IOException e) {
      loop.execute(
          () -> journal.line(connection.peer().uri() + " sent what is no letter: " + reason(e)));
      connection.close();
      return;
    }
    Unread waiting = unread.computeIfAbsent(connection.id(), id -> new Unread(connection));
    int size = message.payload().length;
    int most = connection.peer().role() == Role.OPERATOR ? MOST_COMMANDS : MOST_LETTERS;
    if (waiting.came(size) > most) {
      loop.execute(
          () ->
              journal.line(
                  connection.peer().uri() + " sends faster than it is read: its link is ended"));
      connection.close();
      return;
    }
    loop.execute(
        () -> {
          waiting.read(size);
          reader.read(connection.peer(), connection, letter);
        });
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void closed(Connection connection, Refusal why) {
    unread.remove(connection.id());
    if (NOTEWORTHY.contains(why.reason())) {
      loop.execute(
          () ->
              journal.line(
                  "%s: %s (%s)".formatted(connection.peer().uri(), why.reason(), why.detail())));
    }
    loop.execute(
        () -> {
          List<Connection> left = open.get(connection.peer());
          if (left != null && left.remove(connection)) {
            if (left.isEmpty()) {
              open.remove(connection.peer());
            }
            reader.parted(connection.peer());
          }
        });
  }

  @Override
  public void refused(Refusal why) {
    if (!SAYS_NOTHING.contains(why.reason())) {
      loop.execute(
          () ->
              journal.line(
                  "no connection with %s: %s (%s)"
                      .formatted(why.remote(), why.reason(), why.detail())));
    }
  }
}
