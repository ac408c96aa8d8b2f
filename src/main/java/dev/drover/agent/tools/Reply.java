package dev.drover.agent.tools;

/**
 * What a tool of an agent is answered.
 *
 * @param exit the exit code that it ends with
 * @param text what it prints where that is zero; what people are told otherwise
 */
public record Reply(int exit, String text) {
  /** Done, or known. */
  public static final int OK = 0;

  /** The request makes no sense; as in {@code sysexits.h}. */
  public static final int BAD_DATA = 65;

  /** It cannot be answered at present; as in {@code sysexits.h}. */
  public static final int UNAVAILABLE = 69;

  /** There is no such attribute or node; Pacemaker's {@code CRM_EX_NOSUCH}. */
  public static final int NO_SUCH = 105;
}
