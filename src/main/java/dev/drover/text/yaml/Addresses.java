package dev.drover.text.yaml;

import dev.drover.peer.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads hosts with their ports. */
final class Addresses {
  private static final String FORM = "HOST or HOST:PORT, such as 10.0.0.1:7800 or [fd00::1]:7800";

  private Addresses() {}

  /** One address; empty where it is none, which is noted. */
  static Optional<Address> one(YamlNode.Text text, int defaultPort, Problems problems) {
    Optional<Address> address = Address.parse(text.value(), defaultPort);
    if (address.isEmpty()) {
      problems.add(text, FORM);
    }
    return address;
  }

  /** One address or a list of them, each once; empty where the key is missing. */
  static List<Address> list(
      Section section, String key, int defaultPort, int most, Problems problems) {
    YamlNode value = section.node(key);
    return value == null ? List.of() : list(section, value, key, defaultPort, most, problems);
  }

  /** One address or a list of them, each once. */
  static List<Address> list(
      Section section, YamlNode value, String what, int defaultPort, int most, Problems problems) {
    List<Address> addresses = new ArrayList<>();
    for (YamlNode.Text text : section.texts(value, what)) {
      Optional<Address> address = one(text, defaultPort, problems);
      if (address.isPresent() && addresses.contains(address.get())) {
        problems.add(text, "each address once");
      }
      address.ifPresent(addresses::add);
    }
    if (addresses.size() > most) {
      problems.add(value.mark(), addresses.size() + " addresses", "at most " + most, null);
    }
    return List.copyOf(addresses);
  }
}
