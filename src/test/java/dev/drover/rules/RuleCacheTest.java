package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
  private static final CompiledRules RULES =
      new CompiledRules(List.of("a.M"), Map.of("a.M", new byte[] {1, 2, 3}));

  @TempDir private Path temp;
  private Path folder;
  private RuleCache cache;

  @BeforeEach
  void open() throws IOException {
    folder = temp.resolve("drover/rules");
    cache = new RuleCache(folder, Files.getOwner(temp).getName());
  }

  @Test
  void whatIsStoredIsFoundByItsHash() {
    assertNull(cache.find("h"));
    cache.store("h", RULES);
    CompiledRules found = cache.find("h");
    assertNotNull(found);
    assertEquals(List.of("a.M"), found.models());
    assertArrayEquals(new byte[] {1, 2, 3}, found.classes().get("a.M"));
    assertNull(cache.find("other"));
  }

  @Test
  void halfAFileIsAsGoodAsNone() throws IOException {
    cache.store("h", RULES);
    Path file = folder.resolve("h.rules");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertNull(cache.find("h"), "cut to " + length);
    }
  }

  @Test
  void whatOthersCanWriteIsNotRun() throws IOException {
    cache.store("h", RULES);
    Files.setPosixFilePermissions(
        folder.resolve("h.rules"), PosixFilePermissions.fromString("rw-rw-r--"));
    assertNull(cache.find("h"));

    cache.store("h", RULES);
    assertNotNull(cache.find("h"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertNull(cache.find("h"));
  }

  @Test
  void whatBelongsToSomebodyElseIsNotRun() {
    cache.store("h", RULES);
    assertNull(new RuleCache(folder, "somebody-else").find("h"));
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsTimeOnly() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    RuleCache broken = new RuleCache(file.resolve("rules"), "me");
    broken.store("h", RULES);
    assertNull(broken.find("h"));
  }

  @Test
  void theLeastUsedEntriesGo() throws IOException {
    for (int i = 0; i <= RuleCache.MAX_ENTRIES; i++) {
      cache.store("h" + i, RULES);
      Files.setLastModifiedTime(folder.resolve("h" + i + ".rules"), FileTime.fromMillis(1000L * i));
    }
    cache.store("last", RULES);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(RuleCache.MAX_ENTRIES, files.count());
    }
    assertNull(cache.find("h0"));
    assertNotNull(cache.find("last"));
  }
}
