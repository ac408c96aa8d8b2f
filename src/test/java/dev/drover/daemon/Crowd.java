package dev.drover.daemon;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.ResourceAgent;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Many agent nodes that share their threads. Each has its own certificate and its own connections;
 * only what their services do is made up.
 */
final class Crowd implements AutoCloseable {
  private final List<AgentNode> nodes = new ArrayList<>();
  private final Journal journal = new Journal(new PrintWriter(Writer.nullWriter()));
  private final Loop loop = new Loop("crowd", journal);
  private final Threads threads = new Threads();

  /** How often agents were called. */
  final AtomicLong calls = new AtomicLong();

  /** Starts all. */
  Crowd(Ring ring, List<String> names) throws IOException {
    for (String name : names) {
      Site site = ring.site(name, Role.AGENT);
      AgentNode.Means means = new AgentNode.Means(new Services(), () -> {}, loop, threads);
      nodes.add(new AgentNode(site, null, journal, new Closing(journal), means));
    }
  }

  /** How many obey a leader of that term or a later one. */
  long obeying(long term) {
    return nodes.stream().filter(node -> node.newest().term() >= term).count();
  }

  /** The highest term of which a node has heard. */
  long term() {
    return nodes.stream().mapToLong(node -> node.newest().term()).max().orElse(-1);
  }

  /** What runs on one node, without programs. */
  private final class Services implements ResourceAgent {
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Override
    public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
      calls.incrementAndGet();
      int code = OperationLog.OK;
      switch (call.task()) {
        case "start" -> running.add(call.resource());
        case "stop" -> running.remove(call.resource());
        default -> code = running.contains(call.resource()) ? code : OperationLog.NOT_RUNNING;
      }
      whenEnded.accept(new AgentResult(ActionResult.exited(code), "", Duration.ZERO));
      return () -> {};
    }
  }

  @Override
  public void close() {
    nodes.forEach(AgentNode::close);
    threads.close();
    loop.close();
  }
}
