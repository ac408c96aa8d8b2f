package dev.drover.daemon;

import dev.drover.peer.Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a machine's system says where its programs say nothing. */
final class Reach {
  /** The system's answer to a call; the later one says more. */
  enum Sign {
    /** None: the machine has no power, or there is no way to it. */
    SILENT,
    /** The system is there, and nobody listens. */
    REFUSES,
    /** The system takes the call: whoever listens may be busy, or stand still. */
    ANSWERS
  }

  private static final Duration PATIENCE = Duration.ofMillis(500);

  /**
   * So many calls are made while somebody is waited for. The system itself calls again only after a
   * second (RFC 6298), which is too late where a link comes and goes.
   */
  private static final int CALLS = 5;

  private Reach() {}

  /** Whether this machine has a network at all: one of the addresses gives a sign. Waits. */
  static boolean any(List<Address> addresses) {
    return addresses.stream().anyMatch(address -> of(address, PATIENCE) != Sign.SILENT);
  }

  /** The first sign that the machine at an address gives within that time. Waits. */
  static Sign of(Address address, Duration patience) {
    List<SocketChannel> calls = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      try {
        for (int call = 0; call < CALLS; call++) {
          Sign sign = call(address, selector, calls);
          if (sign == Sign.SILENT) {
            sign = listen(selector, patience.dividedBy(CALLS));
          }
          if (sign != Sign.SILENT) {
            return sign;
          }
        }
        return Sign.SILENT;
      } finally {
        for (SocketChannel made : calls) {
          made.close();
        }
      }
    } catch (IOException | UnresolvedAddressException e) {
      return Sign.SILENT;
    }
  }

  private static Sign call(Address address, Selector selector, List<SocketChannel> calls)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    calls.add(channel);
    channel.configureBlocking(false);
    try {
      if (channel.connect(new InetSocketAddress(address.host(), address.port()))) {
        return Sign.ANSWERS;
      }
      channel.register(selector, SelectionKey.OP_CONNECT);
      return Sign.SILENT;
    } catch (ConnectException refused) {
      return sign(refused);
    }
  }

  private static Sign listen(Selector selector, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      selector.select(Math.max(1, Duration.ofNanos(left).toMillis()));
      for (SelectionKey key : selector.selectedKeys()) {
        Sign sign = finish((SocketChannel) key.channel());
        if (sign != Sign.SILENT) {
          return sign;
        }
        key.cancel();
      }
      selector.selectedKeys().clear();
    }
    return Sign.SILENT;
  }

  private static Sign finish(SocketChannel channel) {
    try {
      return channel.finishConnect() ? Sign.ANSWERS : Sign.SILENT;
    } catch (ConnectException refused) {
      return sign(refused);
    } catch (IOException e) {
      return Sign.SILENT;
    }
  }

  /** "No route to host" comes as the same exception. */
  private static Sign sign(ConnectException refused) {
    boolean said = String.valueOf(refused.getMessage()).contains("refused");
    return said ? Sign.REFUSES : Sign.SILENT;
  }
}
