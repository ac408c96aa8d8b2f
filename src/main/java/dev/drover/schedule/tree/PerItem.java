package dev.drover.schedule.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something for each resource, found by the resource's number: where there are ten thousand, each
 * look into a map waits for memory several times.
 */
public final class PerItem<T> {
  private final List<@Nullable T> values = new ArrayList<>();

  /** What was put for a resource; null where nothing was. */
  public @Nullable T get(Item item) {
    int number = item.number();
    return number < values.size() ? values.get(number) : null;
  }

  /** What was put for a resource; something else where nothing was. */
  public T get(Item item, T otherwise) {
    T value = get(item);
    return value == null ? otherwise : value;
  }

  /** Puts something for a resource, in place of what was there. */
  public void put(Item item, T value) {
    int number = item.number();
    while (values.size() <= number) {
      values.add(null);
    }
    values.set(number, value);
  }
}
