package dev.drover.benchmark;

import java.util.List;

/**
 * How large a generated cluster is.
 *
 * @param primitives all of them, one being the fence device
 * @param nodes equal members
 */
record Size(int primitives, int nodes) {
  /** What is measured: growth is read off the sizes with the same nodes. */
  static final List<Size> ALL =
      List.of(new Size(100, 16), new Size(1_000, 16), new Size(10_000, 16), new Size(10_000, 100));

  /** The folder that its inputs are kept in. */
  String folder() {
    return primitives + "-on-" + nodes;
  }
}
