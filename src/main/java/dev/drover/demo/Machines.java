package dev.drover.demo;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The demo's nodes as machines with power: each is a daemon with all that it started. */
final class Machines {
  private static final Duration EVER = Duration.ofDays(365);
  private static final Duration SWITCHING = Duration.ofSeconds(30);

  private static final long LOOK_AGAIN_MS = 200;

  private final DemoFolder folder;
  private final List<String> daemon;
  private final Processes processes;
  private final Consumer<String> ended;
  private final Map<String, CompletableFuture<Void>> on = new HashMap<>();

  /**
   * Machines without power.
   *
   * @param daemon the command that runs a node, without its site file
   * @param ended told, on any thread, whose daemon is gone, whatever ended it
   */
  Machines(DemoFolder folder, List<String> daemon, Processes processes, Consumer<String> ended) {
    this.folder = folder;
    this.daemon = List.copyOf(daemon);
    this.processes = processes;
    this.ended = ended;
  }

  /**
   * Gives a node power.
   *
   * @throws IOException where it has it already
   */
  void start(String node) throws IOException {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    synchronized (on) {
      if (on.putIfAbsent(node, gone) != null) {
        throw new IOException("`" + node + "` is on already");
      }
    }
    List<String> command = new ArrayList<>(List.of(path("boot"), folder.node(node).toString()));
    command.addAll(daemon);
    command.addAll(List.of("--site", folder.site(node).toString()));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DROVER_DEMO_NODE", folder.node(node).toString());
    processes.start(new Program(command, environment, "", EVER), end -> off(node, gone));
  }

  private void off(String node, CompletableFuture<Void> gone) {
    synchronized (on) {
      on.remove(node);
    }
    gone.complete(null);
    ended.accept(node);
  }

  boolean isOn(String node) {
    synchronized (on) {
      return on.containsKey(node);
    }
  }

  /**
   * Takes a node's power, and waits until all its processes are gone.
   *
   * @throws IOException where one of them stays
   */
  void off(String node) throws IOException {
    CompletableFuture<Void> gone;
    synchronized (on) {
      gone = on.getOrDefault(node, CompletableFuture.completedFuture(null));
    }
    long end = System.nanoTime() + SWITCHING.toNanos();
    do {
      // again, where it was just given power and its first process was not there yet
      turn("off", node);
      if (isDone(gone)) {
        return;
      }
    } while (System.nanoTime() < end);
    throw new IOException("`" + node + "` does not end");
  }

  private static boolean isDone(CompletableFuture<Void> gone) throws IOException {
    try {
      gone.get(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Stops all processes of a node where they are; only power brings it back.
   *
   * @throws IOException where there are none
   */
  void freeze(String node) throws IOException {
    turn("freeze", node);
  }

  private void turn(String action, String node) throws IOException {
    CompletableFuture<Ended> done = new CompletableFuture<>();
    processes.start(program(SWITCHING, "power", action, node), done::complete);
    Ended end = done.join();
    if (end.how() != Ended.How.EXITED || end.code() != 0) {
      throw new IOException("%s %s: %s".formatted(action, node, end.errors().strip()));
    }
  }

  /** Has everything ended where this process is killed and cannot do it any more. */
  void guard(boolean keep) {
    String self = Long.toString(ProcessHandle.current().pid());
    processes.start(program(EVER, "guard", self, keep ? "keep" : ""), end -> {});
  }

  private Program program(Duration timeout, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(path(name)));
    command.addAll(List.of(arguments));
    return new Program(command, Map.of("PATH", Program.PATH), "", timeout);
  }

  private String path(String program) {
    return folder.program(program).toString();
  }
}
