package dev.drover.simulate;

import dev.drover.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about what runs where. */
final class Running {
  private Running() {}

  /** The machines on which a service, or an instance of it, runs, with the highest role there. */
  static Map<String, Role> placesOf(Map<String, Map<String, Role>> running, String name) {
    Map<String, Role> places = new LinkedHashMap<>();
    running.forEach(
        (machine, services) ->
            services.forEach(
                (service, role) -> {
                  if (Services.belongs(service, name)) {
                    places.merge(
                        machine, role, (one, other) -> one.compareTo(other) > 0 ? one : other);
                  }
                }));
    return places;
  }

  /** Where a service runs, in words. */
  static String sentence(String name, Map<String, Role> places) {
    if (places.isEmpty()) {
      return name + " runs nowhere";
    }
    return places.entrySet().stream()
        .map(
            place ->
                place.getValue() == Role.STARTED
                    ? place.getKey()
                    : place.getKey() + " as " + place.getValue())
        .collect(Collectors.joining(" and ", name + " runs on ", ""));
  }

  /** Where each of some services runs, in words. */
  static String sentence(List<String> names, Map<String, Map<String, Role>> running) {
    return names.stream()
        .map(name -> sentence(name, placesOf(running, name)))
        .collect(Collectors.joining(", "));
  }
}
