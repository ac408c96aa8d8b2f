package dev.drover.agent.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A folder where the tools of agents leave requests and find the answers.
 *
 * <p>A tool keeps a file {@code new.NAME} while it waits, and its request is {@code NAME.ask}; the
 * answer is {@code NAME.answer}. What comes of a request is in its text only, and its file's name
 * is used for the answer's alone.
 */
public final class Spool implements AutoCloseable {
  /** Port: who answers. */
  @FunctionalInterface
  public interface Clerk {
    /**
     * A tool asks.
     *
     * @param words what it said, by the words of the request
     * @param answer told once, on any thread
     */
    void asked(Map<String, String> words, Consumer<Reply> answer);
  }

  private static final int MOST_OPEN = 100;
  private static final Duration SWEEPING = Duration.ofMinutes(1);

  /** Longer than any tool waits. */
  private static final Duration LEFT = Duration.ofMinutes(20);

  private static final String ASK = ".ask";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{10}");

  private final Path folder;
  private final Clerk clerk;
  private final WatchService watch;
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService watcher = oneThread("requests of agents");
  private final ExecutorService writer = oneThread("answers to agents");

  /**
   * Drops what was left before, and takes up what comes from now on.
   *
   * @throws IOException where the folder cannot be read or watched
   */
  public Spool(Path folder, Clerk clerk) throws IOException {
    this.folder = folder;
    this.clerk = clerk;
    sweep(Instant.MAX);
    this.watch = folder.getFileSystem().newWatchService();
    try {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (IOException e) {
      watch.close();
      throw e;
    }
    watcher.execute(this::watch);
  }

  private static ExecutorService oneThread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private void watch() {
    try {
      long swept = System.nanoTime();
      while (true) {
        takeUp();
        WatchKey key = watch.poll(SWEEPING.toSeconds(), TimeUnit.SECONDS);
        if (key != null) {
          // What has happened is looked up in the folder: events may have been lost.
          key.pollEvents();
          key.reset();
        }
        if (System.nanoTime() - swept >= SWEEPING.toNanos()) {
          swept = System.nanoTime();
          sweep(Instant.now().minus(LEFT));
        }
      }
    } catch (ClosedWatchServiceException e) {
      // Closed: nobody answers any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeUp() {
    try (DirectoryStream<Path> requests = Files.newDirectoryStream(folder, "*" + ASK)) {
      requests.forEach(this::takeUp);
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that cannot be read answers nobody: tools say that there was no answer.
    }
  }

  private void takeUp(Path request) {
    String file = request.getFileName().toString();
    String name = file.substring(0, file.length() - ASK.length());
    boolean isRequest =
        NAME.matcher(name).matches() && Files.isRegularFile(request, LinkOption.NOFOLLOW_LINKS);
    byte[] bytes = isRequest ? read(request) : new byte[0];
    delete(request);
    if (!isRequest) {
      return;
    }
    if (open.size() >= MOST_OPEN || !open.add(name)) {
      answer(name, new Reply(Reply.UNAVAILABLE, MOST_OPEN + " requests wait already"));
      return;
    }
    try {
      clerk.asked(Request.parse(bytes), reply -> answer(name, reply));
    } catch (IllegalArgumentException wrong) {
      answer(name, new Reply(Reply.BAD_DATA, String.valueOf(wrong.getMessage())));
    }
  }

  /** The text of a request; nothing, and so nonsense, where it cannot be read. */
  private static byte[] read(Path request) {
    try (InputStream in = Files.newInputStream(request, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Request.MOST_BYTES + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private void answer(String name, Reply reply) {
    try {
      writer.execute(() -> write(name, reply));
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  private void write(String name, Reply reply) {
    open.remove(name);
    Path made = folder.resolve(name + ".made");
    try {
      if (Files.exists(folder.resolve("new." + name), LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(made, reply.exit() + "\n" + reply.text() + "\n");
        Files.move(made, folder.resolve(name + ".answer"), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // The tool says that there was no answer.
    }
  }

  /** Deletes what nobody waits for any more: what is older than that. */
  private void sweep(Instant before) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        if (Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(before)) {
          delete(each);
        }
      }
    } catch (IOException e) {
      // It is tried again.
    }
  }

  /** What cannot be deleted, such as a folder with something in it, is no tool's doing. */
  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It stays, and is looked at in vain.
    }
  }

  /** Answers nobody any more. */
  @Override
  public void close() {
    watcher.shutdownNow();
    writer.shutdownNow();
    try {
      watch.close();
    } catch (IOException e) {
      // There is nothing to be lost.
    }
  }
}
