package dev.drover.demo;

import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.text.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A live cluster on this machine, from its first start until nothing is left of it. */
public final class Demo implements AutoCloseable {
  /** The machines that run something. */
  public static final List<String> MEMBERS = List.of("pcmk1", "pcmk2");

  /** The machine that only votes. */
  public static final String WITNESS = "witness";

  private static final List<String> ALL =
      Stream.concat(MEMBERS.stream(), Stream.of(WITNESS)).toList();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MS = 200;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final int PROGRAMS = 16;
  private static final int OUTPUT = 4096;

  private static final Pattern ALL_THERE =
      Pattern.compile(
          "(?s)pcmk1: (coordinates|follows).*pcmk2: (coordinates|follows).*witness: (coordinates|votes)");

  private static final Pattern APPLIED = Pattern.compile("applied, ");

  private static final Pattern RUNS =
      Pattern.compile("peerservice.*Started.*ctzservice.*Started", Pattern.DOTALL);

  private final DemoFolder folder;
  private final boolean keep;
  private final Operator operator;
  private final Screen screen;
  private final Supervisor programs = new Supervisor(new Limits(PROGRAMS, PROGRAMS, OUTPUT, GRACE));
  private final Machines machines;
  private final Feed feed;
  private volatile boolean closing;
  private boolean closed;

  /**
   * A demo that has not begun.
   *
   * @param folder has the certificates and plain site files of all nodes already
   * @param keep leave the folder there at the end
   * @param daemon the command that runs a node, without its site file
   * @param terminal whether somebody types the commands
   */
  public Demo(
      DemoFolder folder,
      boolean keep,
      List<String> daemon,
      Operator operator,
      PrintWriter out,
      boolean terminal) {
    this.folder = folder;
    this.keep = keep;
    this.operator = operator;
    screen = new Screen(out, terminal);
    machines = new Machines(folder, daemon, programs, this::ended);
    feed = new Feed(operator, screen);
  }

  /**
   * Starts the cluster, and waits until it runs its services.
   *
   * @param validatorPair the cluster file of the scenarios
   * @throws IOException where it does not come up; with what its nodes say
   */
  public void begin(String validatorPair) throws IOException, InputException {
    folder.writePrograms();
    Files.writeString(folder.cluster(), ClusterText.of(validatorPair));
    screen.say("Starting " + String.join(", ", ALL) + " on 127.0.0.1 …");
    machines.guard(keep);
    for (String node : ALL) {
      folder.equip(node);
      machines.start(node);
    }
    // a node that is missing when the cluster gets its configuration would be fenced at once
    until(List.of("status"), ALL_THERE);
    until(List.of("config", "apply", folder.cluster().toString()), APPLIED);
    feed.begin();
    String status = until(List.of("status"), RUNS);
    screen.say(status);
    screen.say(Guide.welcome(folder));
  }

  private String until(List<String> words, Pattern expected) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      StringWriter answer = new StringWriter();
      operator.give(words, new PrintWriter(answer));
      if (expected.matcher(answer.toString()).find()) {
        return answer.toString();
      }
      for (String node : ALL) {
        if (!machines.isOn(node)) {
          throw new IOException("`" + node + "` ended: " + log(node));
        }
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "the cluster is not up after %d s; it said last: %s%nMaybe this machine is busy: try again"
                .formatted(PATIENCE.toSeconds(), answer));
      }
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private String log(String node) throws IOException {
    String log = Files.readString(folder.node(node).resolve("daemon.log"));
    return log.substring(Math.max(0, log.length() - OUTPUT));
  }

  private void ended(String node) {
    if (!closing) {
      screen.say("  " + node + " is off: its daemon is gone");
    }
  }

  /** Does what is asked for, until nothing more is. */
  public void run(BufferedReader in) throws IOException {
    Prompt prompt = new Prompt(in, screen, operator);
    Services services = new Services(folder, MEMBERS);
    prompt.add("kill", ALL, machines::off);
    prompt.add("freeze", ALL, this::freeze);
    prompt.add("start", ALL, this::start);
    prompt.add("stop-service", name -> screen.say(services.kill(name)));
    prompt.add("standby", MEMBERS, node -> prompt.give(List.of("node", "standby", node)));
    prompt.add("unstandby", MEMBERS, node -> prompt.give(List.of("node", "unstandby", node)));
    prompt.add("break-fencing", nothing -> fencing(false));
    prompt.add("mend-fencing", nothing -> fencing(true));
    prompt.add("help", nothing -> screen.say(Guide.help()));
    prompt.run();
  }

  private void freeze(String node) throws IOException {
    machines.freeze(node);
    screen.say("  " + node + " hangs: all its processes are stopped");
  }

  private void start(String node) throws IOException {
    machines.start(node);
    screen.say("  " + node + " has power again: its daemon starts");
  }

  private void fencing(boolean works) throws IOException {
    if (works) {
      Files.deleteIfExists(folder.brokenFencing());
    } else if (!Files.exists(folder.brokenFencing())) {
      Files.createFile(folder.brokenFencing());
    }
    screen.say("the fence device " + (works ? "works" : "fails from now on"));
  }

  /** Ends all that was started, and removes what is not to be kept; again without effect. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    closing = true;
    feed.close();
    for (String node : ALL) {
      try {
        machines.off(node);
      } catch (IOException failed) {
        screen.say(String.valueOf(failed.getMessage()));
      }
    }
    programs.close();
    if (!keep) {
      try {
        folder.remove();
      } catch (IOException failed) {
        screen.say("not removed: " + failed.getMessage());
      }
    }
  }
}
