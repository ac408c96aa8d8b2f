package dev.drover.agent.process;

import java.util.function.Consumer;

/**
 * Port: runs programs, each in a process group of its own, at most so many at once; the others wait
 * their turn in order.
 *
 * <p>{@code start} returns at once and throws nothing. Each program gives exactly one {@link
 * Ended}, on any thread, as soon as the program itself has ended, whether or not a child of it
 * holds its output open.
 */
@FunctionalInterface
public interface Processes {
  /** A program that was started or waits for its turn. */
  interface Child {
    /** Kills the whole process group; without effect where it has ended. */
    void cancel();
  }

  /** Runs a program. */
  Child start(Program program, Consumer<Ended> whenEnded);
}
