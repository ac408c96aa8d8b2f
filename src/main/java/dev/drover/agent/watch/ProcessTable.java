package dev.drover.agent.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Port: the processes of this machine. Nothing is thrown: what cannot be read is not there. */
public interface ProcessTable {
  /**
   * The processes that run now and carry one of these marks, oldest first. A program that this one
   * has started and that has not ended is none of them, nor is what it has started meanwhile: an
   * agent is no part of its service. Looks at every process of the machine.
   */
  Map<Mark, List<ProcessId>> find(Set<Mark> marks);

  /** Whether it runs still; one that ended and waits to be taken note of does not. */
  boolean isRunning(ProcessId process);
}
