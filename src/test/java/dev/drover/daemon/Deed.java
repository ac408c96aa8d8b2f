package dev.drover.daemon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Something that an agent did.
 *
 * @param task as the agent is told, but {@code probe} for a monitor that does not recur
 */
record Deed(String task, String resource, String node) {
  private static final Set<String> PEER = Set.of("VIP1", "peerservice");
  private static final Set<String> CTZ = Set.of("VIP2", "ctzservice");

  /**
   * Deeds without what is left to chance: each line is a row of deeds that wait for each other. Two
   * lists with the same lines did the same in the same order, as far as there is one.
   */
  static String rows(Collection<Deed> deeds) {
    List<String> rows = new ArrayList<>();
    TreeSet<String> resources = new TreeSet<>();
    deeds.forEach(deed -> resources.add(deed.resource));
    for (String resource : resources) {
      rows.add(row(deeds, deed -> deed.resource.equals(resource) && deed.isProbe(), true));
      rows.add(row(deeds, deed -> deed.resource.equals(resource) && !deed.isProbe(), false));
    }
    rows.add("Peer: " + row(deeds, deed -> PEER.contains(deed.resource) && deed.changes(), false));
    rows.add("Ctz: " + row(deeds, deed -> CTZ.contains(deed.resource) && deed.changes(), false));
    rows.add("room for Peer: " + row(deeds, deed -> deed.goesBefore(CTZ, PEER), false));
    rows.add("room for Ctz: " + row(deeds, deed -> deed.goesBefore(PEER, CTZ), false));
    rows.removeIf(String::isEmpty);
    return String.join("\n", rows);
  }

  private static String row(Collection<Deed> deeds, Predicate<Deed> which, boolean sorted) {
    List<String> row = new ArrayList<>(deeds.stream().filter(which).map(Deed::toString).toList());
    if (sorted) {
      row.sort(null);
    }
    return String.join(", ", row);
  }

  private boolean isProbe() {
    return task.equals("probe");
  }

  private boolean changes() {
    return task.equals("start") || task.equals("stop");
  }

  private boolean goesBefore(Set<String> leaving, Set<String> coming) {
    return task.equals("stop") && leaving.contains(resource)
        || task.equals("start") && coming.contains(resource);
  }

  @Override
  public String toString() {
    return task + " " + resource + " on " + node;
  }
}
