package dev.drover.agent.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to run once.
 *
 * @param command the path and its arguments; no secret may be among them
 * @param environment all that the program gets; nothing is inherited
 * @param input what it reads from standard input, then end of file
 * @param timeout after this long the whole process group is told to end, and soon after killed
 */
public record Program(
    List<String> command, Map<String, String> environment, String input, Duration timeout) {
  /** Where agents look for their tools. */
  public static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
}
