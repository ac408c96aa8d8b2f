package dev.drover.schedule.place;

import dev.drover.model.Score;
import dev.drover.plan.ScoreLine;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Scores that were written down, each a line of its own once somebody reads it: there may be a
 * million, and mostly nobody does.
 */
final class ScoreLines extends AbstractList<ScoreLine> implements RandomAccess {
  /** One resource's scores, one for each node; {@code first} is the number of its first line. */
  private record Block(int first, String step, String resource, List<String> nodes, int[] scores) {}

  private final List<Block> blocks = new ArrayList<>();
  private int size;

  /**
   * Writes down one resource's scores.
   *
   * @param nodes the names of the nodes, one for each score; never changed afterwards
   */
  void write(String step, String resource, List<String> nodes, int... scores) {
    if (scores.length > 0) {
      blocks.add(new Block(size, step, resource, nodes, scores));
      size += scores.length;
    }
  }

  @Override
  public ScoreLine get(int index) {
    Block block = blocks.get(blockOf(index));
    int at = index - block.first;
    return new ScoreLine(
        block.step, block.resource, block.nodes.get(at), new Score(block.scores[at]));
  }

  private int blockOf(int index) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).first <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public int size() {
    return size;
  }
}
