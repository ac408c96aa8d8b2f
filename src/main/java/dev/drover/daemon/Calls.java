package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.net.Connection;
import dev.drover.net.Events;
import dev.drover.net.Message;
import dev.drover.net.Refusal;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An operator's connections, and what is asked over them. */
final class Calls implements Events {
  private record Question(Connection over, CompletableFuture<Letter.Answer> answered) {}

  private final List<Connection> open = new ArrayList<>();
  private final Map<Long, Question> waiting = new HashMap<>();
  private final Map<String, String> refusals = new TreeMap<>();
  private long last;

  /**
   * The connection that was made first and is still there; waits until there is one.
   *
   * @throws IOException where there is none in time; says why
   */
  synchronized Connection await(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (open.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException(
            "no member answers: "
                + (refusals.isEmpty()
                    ? "none could be reached"
                    : String.join("; ", refusals.values()))
                + "\nMaybe no daemon runs, or `--site` names another cluster");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return open.get(0);
  }

  /** Something is asked over a connection; the number is to stand in the question. */
  synchronized long expect(Connection over, CompletableFuture<Letter.Answer> answered) {
    last++;
    waiting.put(last, new Question(over, answered));
    if (!open.contains(over)) {
      // It ended between being chosen and being used: nobody would tell of it any more.
      answered.completeExceptionally(new IOException(over.peer().node() + " has gone"));
    }
    return last;
  }

  synchronized void forget(long number) {
    waiting.remove(number);
  }

  @Override
  public synchronized void opened(Connection connection) {
    open.add(connection);
    notifyAll();
  }

  @Override
  public void received(Connection connection, Message message) {
    if (message.kind() == Message.BEAT) {
      // a command may take longer than a member lets a connection be on which nothing comes
      connection.send(Message.beat());
      return;
    }
    try {
      if (Wire.letter(message.kind(), message.payload()) instanceof Letter.Answer answer) {
        Question question = asked(answer.number());
        if (question != null) {
          question.answered.complete(answer);
        }
      }
    } catch (IOException e) {
      fail(connection, e);
      connection.close();
    }
  }

  private synchronized @Nullable Question asked(long number) {
    return waiting.get(number);
  }

  @Override
  public void closed(Connection connection, Refusal why) {
    synchronized (this) {
      open.remove(connection);
    }
    fail(
        connection,
        new IOException(connection.peer().node() + " ended the connection: " + why.detail()));
  }

  private void fail(Connection connection, IOException why) {
    List<Question> lost;
    synchronized (this) {
      lost =
          waiting.values().stream().filter(question -> question.over.equals(connection)).toList();
    }
    lost.forEach(question -> question.answered.completeExceptionally(why));
  }

  @Override
  public synchronized void refused(Refusal why) {
    refusals.put(why.remote(), why.remote() + ": " + why.detail());
  }
}
