package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.live.Token;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent node remembers of leaders from one process to the next. */
class NewestTest {
  private final StringWriter said = new StringWriter();
  private final Journal journal = new Journal(new PrintWriter(said, true));

  @TempDir Path data;

  @Test
  void theNewestTimeInOfficeIsKept() {
    Newest first = new Newest(data, journal);
    assertEquals(Token.NONE, first.token());
    first.seen(new Token(2, 7, 41));
    first.seen(new Token(1, 9, 0));
    assertEquals(new Token(2, 7, 0), new Newest(data, journal).token());
    assertEquals("", said.toString());
  }

  @Test
  void whatMakesNoSenseIsTold() throws Exception {
    Files.writeString(data.resolve("newest-leader"), "nobody");
    assertEquals(Token.NONE, new Newest(data, journal).token());
    assertEquals(
        data.resolve("newest-leader") + ": found `nobody`, expected `epoch N term N`\n",
        said.toString());
  }
}
