package dev.drover.agent.compose;

import java.util.List;

/** Port: reads what {@code compose ps --format json} prints. */
@FunctionalInterface
public interface ContainerList {
  /**
   * All containers that are listed.
   *
   * @throws IllegalArgumentException where it is no such list; the message is for people
   */
  List<Container> read(String printed);
}
