package dev.drover.daemon;

import dev.drover.peer.Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
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

  private Reach() {}

  /** Whether this machine has a network at all: one of the addresses gives a sign. Waits. */
  static boolean any(List<Address> addresses) {
    return addresses.stream().anyMatch(address -> of(address, PATIENCE) != Sign.SILENT);
  }

  /** The sign that the machine at an address gives within that time. Waits. */
  static Sign of(Address address, Duration patience) {
    try (Socket socket = new Socket()) {
      int millis = (int) Math.max(1, patience.toMillis());
      socket.connect(new InetSocketAddress(address.host(), address.port()), millis);
      return Sign.ANSWERS;
    } catch (ConnectException refused) {
      // "No route to host" comes as the same exception.
      boolean said = String.valueOf(refused.getMessage()).contains("refused");
      return said ? Sign.REFUSES : Sign.SILENT;
    } catch (IOException e) {
      return Sign.SILENT;
    }
  }
}
