package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds passwords is its owner's alone. */
class DataFolderTest {
  private final StringWriter said = new StringWriter();
  private final Journal journal = new Journal(new PrintWriter(said, true));

  @TempDir Path folder;

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nobodyElseMayEnterWhatIsMade() throws IOException {
    Path data = folder.resolve("lib/data");
    DataFolder.make(data, journal);
    DataFolder.make(data, journal);
    assertEquals("rwx------", permissions(data));
    assertEquals("", said.toString());
  }

  @Test
  void whatIsOpenToOthersIsClosedToThemAndThatIsTold() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    DataFolder.make(data, journal);
    assertEquals("rwx------", permissions(data));
    assertEquals(
        "`%s` had the permissions `rwxr-xr-x`: it holds passwords, and is its owner's alone now%n"
            .formatted(data),
        said.toString());
  }
}
