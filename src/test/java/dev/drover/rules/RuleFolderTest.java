package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {
  @TempDir private Path temp;

  @Test
  void filesComeByStageNumberThenByName() {
    Written.folder(temp, "10-z/a.drl", "", "2-b/b.drl", "", "2-b/a.drl", "", "1-a/z.drl", "");
    RuleFolder folder = RuleFolder.read(temp);
    assertEquals(
        List.of("1-a/z.drl", "2-b/a.drl", "2-b/b.drl", "10-z/a.drl"),
        folder.files().stream().map(RuleFile::name).toList());
    assertEquals(List.of("1-a", "2-b", "10-z"), folder.stages());
  }

  @Test
  void aLinkToAFolderIsAsGoodAsTheFolder() throws IOException {
    Written.folder(temp.resolve("x"), "1-a/a.drl", "");
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("x"));
    RuleFolder folder = RuleFolder.read(link);
    assertEquals(RuleFolder.read(temp.resolve("x")).hash(""), folder.hash(""));
    assertEquals(link + "/1-a/a.drl", folder.files().get(0).shown());
  }

  @Test
  void theHashChangesWithEveryNameAndTextAndTheFacts() {
    Written.folder(temp.resolve("x"), "1-a/a.drl", "");
    Written.folder(temp.resolve("y"), "1-a/b.drl", "");
    Written.folder(temp.resolve("z"), "1-a/a.drl", " ");
    Written.folder(temp.resolve("same"), "1-a/a.drl", "");
    String hash = RuleFolder.read(temp.resolve("x")).hash("facts");
    assertEquals(hash, RuleFolder.read(temp.resolve("same")).hash("facts"));
    assertNotEquals(hash, RuleFolder.read(temp.resolve("y")).hash("facts"));
    assertNotEquals(hash, RuleFolder.read(temp.resolve("z")).hash("facts"));
    assertNotEquals(hash, RuleFolder.read(temp.resolve("x")).hash("other facts"));
  }

  @Test
  void aFolderThatIsNotThereIsAProblemOfItsOwn() {
    assertEquals(
        temp
            + "/none: found `nothing`, expected a folder with rules\nMaybe the right folder goes after --rules",
        problem(temp.resolve("none")));
  }

  @Test
  void anEmptyFolderIsAProblem() {
    assertTrue(problem(temp).contains("found `no rule files`"));
  }

  @Test
  void aRuleFileOutsideAStageIsAProblem() {
    Written.folder(temp, "loose.drl", "", "1-a/a.drl", "");
    assertEquals(
        temp
            + "/loose.drl: found `loose.drl`, expected `<number>-<word>/<concern>.drl`,"
            + " such as `3-score/location.drl`",
        problem(temp));
  }

  @Test
  void bytesThatAreNoTextAreAProblem() throws IOException {
    Files.createDirectory(temp.resolve("1-a"));
    Files.write(temp.resolve("1-a/a.drl"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertTrue(problem(temp).endsWith("found `bytes that are no UTF-8`, expected text in UTF-8"));
  }

  @Test
  void aHugeFileIsAProblem() throws IOException {
    Files.createDirectory(temp.resolve("1-a"));
    Files.write(temp.resolve("1-a/a.drl"), new byte[RuleFolder.MAX_FILE_BYTES + 1]);
    assertTrue(problem(temp).endsWith("expected at most 1048576 bytes"));
  }

  private static String problem(Path folder) {
    return assertThrows(RuleProblemsException.class, () -> RuleFolder.read(folder)).getMessage();
  }
}
