package dev.drover.rules;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules by the hash of their text, on disk, so that edited rules are compiled once.
 *
 * <p>What is in here runs as code. So only a folder that belongs to whoever runs Drover, and that
 * nobody else can write, is used; any other is treated as if there were none. A cache that cannot
 * be written costs time, not a result.
 */
final class RuleCache {
  static final int MAX_ENTRIES = 16;

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final String SUFFIX = ".rules";

  private final Path folder;
  private final String owner;

  /** A cache in a folder, which need not exist yet, for entries of one user. */
  RuleCache(Path folder, String owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /** The cache of whoever runs this, or null where there is no home. */
  static @Nullable RuleCache ofUser() {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home", "");
    if (cache != null && Path.of(cache).isAbsolute()) {
      return new RuleCache(Path.of(cache, "drover", "rules"), System.getProperty("user.name", ""));
    }
    return home.startsWith("/")
        ? new RuleCache(
            Path.of(home, ".cache", "drover", "rules"), System.getProperty("user.name", ""))
        : null;
  }

  /** The rules of that hash, or null where they are not there or cannot be trusted. */
  @Nullable CompiledRules find(String hash) {
    Path file = folder.resolve(hash + SUFFIX);
    try {
      if (!Files.exists(file) || !isMine(folder) || !isMine(file)) {
        return null;
      }
      CompiledRules found = CompiledRules.read(Files.readAllBytes(file));
      Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.now()));
      return found;
    } catch (IOException torn) {
      return null;
    }
  }

  /** Keeps rules: under a name of its own first, so that no reader ever sees half of them. */
  void store(String hash, CompiledRules rules) {
    try {
      createFolder();
      if (!isMine(folder)) {
        return;
      }
      Path part = Files.createTempFile(folder, hash, ".part");
      try {
        Files.write(part, rules.bytes());
        Files.move(part, folder.resolve(hash + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      forgetOldest();
    } catch (IOException noCache) {
      // the rules are compiled again next time
    }
  }

  private void createFolder() throws IOException {
    Files.createDirectories(folder.getParent());
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException fine) {
      // whose it is, is looked at next
    }
  }

  private boolean isMine(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return !attributes.isSymbolicLink()
        && attributes.owner().getName().equals(owner)
        && attributes.permissions().stream().noneMatch(OTHERS_WRITE::contains);
  }

  private void forgetOldest() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> newestFirst =
          found
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted(Comparator.comparing(RuleCache::lastUsed).reversed())
              .toList();
      for (Path old :
          newestFirst.subList(Math.min(MAX_ENTRIES, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
