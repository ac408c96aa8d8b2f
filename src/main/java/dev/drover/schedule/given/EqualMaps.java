package dev.drover.schedule.given;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps equal maps once. Ten thousand resources have few different sets of options: what the rules
 * look at again and again is then at hand in the processor's caches.
 */
final class EqualMaps {
  private final Map<Map<String, String>, Map<String, String>> known = new HashMap<>();

  /** The first map that equals this one. None of both may be changed from now on. */
  Map<String, String> first(Map<String, String> map) {
    Map<String, String> equal = known.putIfAbsent(map, map);
    return equal == null ? map : equal;
  }
}
