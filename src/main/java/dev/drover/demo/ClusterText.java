package dev.drover.demo;

/** The validator pair, made fit for a demo: its agents are dummies, and nothing takes long. */
final class ClusterText {
  /**
   * The delay lets the node that runs Peer win where two nodes shoot at each other. It must be
   * longer than fencing takes; the demo's device answers within some 100 ms.
   */
  private static final String DELAY =
      "priority-fencing-delay: 2s # 15 s with real devices: longer than fencing takes, which is 0.1 s here\n"
          + "  fencing-action: \"off\" # a fenced node stays off until `start` is said at the prompt";

  private ClusterText() {}

  /**
   * The demo's cluster file.
   *
   * @param validatorPair the cluster file of the scenarios; names and constraints stay as they are
   */
  static String of(String validatorPair) {
    return validatorPair
        .replaceAll("priority-fencing-delay: \\S+", DELAY)
        .replaceAll("agent: (ocf|systemd|lsb):\\S+", "agent: ocf:demo:dummy")
        .replaceAll("agent: stonith:\\S+", "agent: stonith:fence_demo")
        .replaceAll("(pcmk_host_list: \\w+), ip: [^}]*", "$1")
        .replaceAll("(?m)^ *parameters: \\{ip: .*\\R", "")
        .replaceAll("monitor: \\w+", "monitor: 2s")
        .replaceAll("(?m)^# yaml-language-server: .*\\R#\\R", "");
  }
}
