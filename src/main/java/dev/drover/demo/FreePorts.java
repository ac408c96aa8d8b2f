package dev.drover.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/** Finds ports of the loopback that nobody listens at. */
public final class FreePorts {
  private static final int TRIES = 100;

  /** Below what systems give to outgoing connections, one of which would be in the way. */
  private static final int FIRST = 10_000;

  private static final int LAST = 32_000;

  private FreePorts() {}

  /**
   * The first of so many ports in a row.
   *
   * @throws IOException where none were found
   */
  public static int row(int count, RandomGenerator random) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int first = random.nextInt(FIRST, LAST - count);
      if (areFree(first, count)) {
        return first;
      }
    }
    throw new IOException("found no %d free ports in a row on 127.0.0.1".formatted(count));
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
