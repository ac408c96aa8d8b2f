package dev.drover.daemon;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.ResourceAgent;
import dev.drover.execute.ActionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Pretended agents of all nodes: what runs where, and what was done, in order. */
final class Stage {
  private final Set<String> running = new HashSet<>();
  private final Set<String> watched = new HashSet<>();
  private final List<Deed> deeds = new ArrayList<>();

  /** The agents of one node. */
  ResourceAgent of(String node) {
    return (call, whenEnded) -> perform(call, node, whenEnded);
  }

  private synchronized ResourceAgent.Running perform(
      AgentCall call, String node, Consumer<AgentResult> whenEnded) {
    String here = call.resource() + "." + node;
    boolean repeats = !call.interval().isZero();
    String task = call.task().equals("monitor") && !repeats ? "probe" : call.task();
    if (!repeats || watched.add(here)) {
      deeds.add(new Deed(task, call.resource(), node));
    }
    int rc = 0;
    switch (task) {
      case "start" -> running.add(here);
      case "stop" -> {
        running.remove(here);
        watched.remove(here);
      }
      case "probe", "monitor" -> rc = running.contains(here) ? 0 : 7;
      default -> rc = 3;
    }
    whenEnded.accept(new AgentResult(ActionResult.exited(rc), "", Duration.ZERO));
    return () -> {};
  }

  /** Ends a service behind everybody's back. */
  synchronized void kill(String resource, String node) {
    running.remove(resource + "." + node);
  }

  /** Ends everything on a node. */
  synchronized void powerOff(String node) {
    running.removeIf(here -> here.endsWith("." + node));
    watched.removeIf(here -> here.endsWith("." + node));
  }

  /** What was done since that many deeds. */
  synchronized List<Deed> since(int count) {
    return List.copyOf(deeds.subList(count, deeds.size()));
  }
}
