package dev.drover.daemon;

import dev.drover.peer.Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Whether this machine has a network at all: who has none must not win a race to fence. */
final class Reach {
  private static final int PATIENCE_MS = 500;

  private Reach() {}

  /** True where one of the addresses answers, be it that it refuses. Waits. */
  static boolean any(List<Address> addresses) {
    return addresses.stream().anyMatch(Reach::answers);
  }

  private static boolean answers(Address address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MS);
      return true;
    } catch (ConnectException refused) {
      // Somebody is there and says no; "no route" comes as another exception.
      return String.valueOf(refused.getMessage()).contains("refused");
    } catch (IOException e) {
      return false;
    }
  }
}
