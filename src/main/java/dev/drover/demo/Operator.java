package dev.drover.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Port: gives commands to the demo's cluster, as a person at a command line would. */
public interface Operator {
  /**
   * Gives a command to the cluster.
   *
   * @param words as behind {@code drover}, such as {@code node standby pcmk1}
   * @param out takes what is answered, and what is wrong
   * @return the exit code; 0 is success
   */
  int give(List<String> words, PrintWriter out);

  /**
   * What happened, a line each as {@code INDEX TIME TEXT}, with times of ISO 8601 in UTC.
   *
   * @param after the index of what was told last; 0 for all
   * @throws IOException where no member answers, or none knows
   */
  String events(long after) throws IOException;
}
