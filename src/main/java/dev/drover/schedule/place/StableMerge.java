package dev.drover.schedule.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A merge sort that bears any comparison. Instances are compared by figures that need not be
 * transitive; the library sort then fails, and a result that is to match Pacemaker's needs the same
 * merges as GLib's list sort.
 */
final class StableMerge {
  private StableMerge() {}

  static <T> List<T> sort(List<T> list, Comparator<? super T> order) {
    if (list.size() < 2) {
      return new ArrayList<>(list);
    }
    int half = list.size() / 2;
    List<T> left = sort(list.subList(0, half), order);
    List<T> right = sort(list.subList(half, list.size()), order);
    List<T> merged = new ArrayList<>(list.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      merged.add(order.compare(left.get(l), right.get(r)) <= 0 ? left.get(l++) : right.get(r++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }
}
