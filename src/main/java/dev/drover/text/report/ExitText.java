package dev.drover.text.report;

/** What a resource agent's exit codes mean, in words. */
public final class ExitText {
  private ExitText() {}

  /** Words for an exit code of a resource agent, 0 to 255. */
  public static String of(int code) {
    return switch (code) {
      case 0 -> "OK";
      case 1 -> "Error occurred";
      case 2 -> "Invalid parameter";
      case 3 -> "Unimplemented";
      case 4 -> "Insufficient privileges";
      case 5 -> "Not installed";
      case 6 -> "Not configured";
      case 7 -> "Not running";
      case 8 -> "Promoted";
      case 9 -> "Failed in promoted role";
      case 190 -> "Degraded";
      case 191 -> "Degraded in promoted role";
      default -> "Exit code " + code;
    };
  }
}
