package dev.drover.daemon;

import dev.drover.live.Token;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On disk, by whose right a node that keeps no log was ordered last: after a restart it obeys no
 * leader that has been deposed since, should that one be heard first.
 */
final class Newest {
  private static final String NAME = "newest-leader";
  private static final Pattern FORM = Pattern.compile("epoch (\\d{1,18}) term (\\d{1,18})\\s*");

  private final Path file;
  private final Journal journal;
  private Token written;

  /** What is kept in that folder. */
  Newest(Path data, Journal journal) {
    this.file = data.resolve(NAME);
    this.journal = journal;
    this.written = read();
  }

  /** The right that was seen last; that of nobody where none was, or it cannot be read. */
  Token token() {
    return written;
  }

  private Token read() {
    try {
      String text = Files.readString(file);
      Matcher found = FORM.matcher(text);
      if (found.matches()) {
        return new Token(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), 0);
      }
      journal.line("%s: found `%s`, expected `epoch N term N`".formatted(file, text.strip()));
    } catch (NoSuchFileException e) {
      // this node has never been ordered anything
    } catch (IOException e) {
      journal.line(file + " cannot be read: " + e.getMessage());
    }
    return Token.NONE;
  }

  /** Writes it down where another leads than was written down last. */
  void seen(Token token) {
    if (token.isSameTenure(written) || token.compareTo(written) < 0) {
      return;
    }
    written = token;
    Path draft = file.resolveSibling(NAME + ".new");
    try {
      Files.createDirectories(file.resolveSibling("."));
      try (FileChannel out =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        String text = "epoch %d term %d%n".formatted(token.epoch(), token.term());
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      journal.line(file + " cannot be written: " + e.getMessage());
    }
  }
}
