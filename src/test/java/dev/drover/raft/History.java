package dev.drover.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clients were acknowledged, to be held against what a member has in the end. Each entry is
 * appended under a text of its own; one that was not acknowledged may be there or not.
 */
public final class History {
  private final Map<Long, String> acknowledged = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<List<String>> reads = new ArrayList<>();

  /** An entry was acknowledged with an index; from any thread. */
  public synchronized void acknowledged(long index, String entry) {
    String before = acknowledged.put(index, entry);
    if (before != null) {
      problems.add("index " + index + " was acknowledged for `" + before + "` and `" + entry + "`");
    }
  }

  /** Somebody was told that these are the entries so far; from any thread. */
  public synchronized void read(List<String> entries) {
    reads.add(List.copyOf(entries));
  }

  /** How many were acknowledged. */
  public synchronized int size() {
    return acknowledged.size();
  }

  /** What is wrong with a member that has these entries, in this order; none where all is well. */
  public synchronized List<String> problemsOf(List<String> entries) {
    List<String> found = new ArrayList<>(problems);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (places.putIfAbsent(entries.get(i), i) != null) {
        found.add("`" + entries.get(i) + "` is there twice");
      }
    }
    int last = -1;
    for (Map.Entry<Long, String> one : acknowledged.entrySet()) {
      Integer place = places.get(one.getValue());
      if (place == null) {
        found.add("`" + one.getValue() + "` was acknowledged at " + one.getKey() + " and is lost");
      } else if (place < last) {
        found.add("`" + one.getValue() + "` comes before one with a lower index");
      } else {
        last = place;
      }
    }
    for (List<String> read : reads) {
      int same = Math.min(read.size(), entries.size());
      if (read.size() > same || !read.equals(entries.subList(0, same))) {
        found.add("somebody was told " + read.size() + " entries that are no beginning of these");
      }
    }
    return found;
  }

  /** The same, where the member also knows at which index it applied each entry. */
  synchronized List<String> problemsOf(Map<Long, String> applied) {
    List<String> found = new ArrayList<>(problemsOf(List.copyOf(new TreeMap<>(applied).values())));
    acknowledged.forEach(
        (index, entry) -> {
          String there = applied.get(index);
          if (there != null && !there.equals(entry)) {
            found.add("index " + index + ": acknowledged `" + entry + "`, holds `" + there + "`");
          }
        });
    return found;
  }
}
