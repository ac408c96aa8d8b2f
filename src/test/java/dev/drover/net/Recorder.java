package dev.drover.net;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what happened, until it is asked for. */
class Recorder implements Events {
  final BlockingQueue<Connection> opened = new LinkedBlockingQueue<>();
  final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
  final BlockingQueue<Refusal> ended = new LinkedBlockingQueue<>();

  /** The next one; fails where there is none in a time that is long even for a busy machine. */
  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T found = queue.poll(30, TimeUnit.SECONDS);
    assertNotNull(found, "nothing came");
    return found;
  }

  @Override
  public void opened(Connection connection) {
    opened.add(connection);
  }

  /** Heartbeats are nothing to ask for. */
  @Override
  public void received(Connection connection, Message message) {
    if (message.kind() != Message.BEAT) {
      received.add(message);
    }
  }

  @Override
  public void closed(Connection connection, Refusal why) {
    ended.add(why);
  }

  @Override
  public void refused(Refusal why) {
    ended.add(why);
  }
}
