package dev.drover.live;

import dev.drover.model.ClusterState;
import java.util.List;

/**
 * Port: whoever carries out what a coordinator decides. Nothing here may wait, or call the
 * coordinator back before it has returned.
 *
 * <p>What is handed out takes effect only once the state that is to be kept next has been: so
 * whoever leads later knows of it, and whoever leads no longer does nothing.
 */
public interface Hands {
  /** Sends work to the node that it is for. */
  void begin(Assignment assignment);

  /** Has a node fenced by whoever can. */
  void fence(FenceJob job);

  /** Tells a node that was fenced and runs on. */
  void castOut(String node);

  /** Tells a node that it may leave. */
  void dismiss(String node);

  /**
   * Has a state replicated that came of events.
   *
   * @param news what happened, each a line for people
   */
  void keep(ClusterState state, List<String> news);
}
