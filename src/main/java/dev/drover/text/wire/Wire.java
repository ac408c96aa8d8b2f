package dev.drover.text.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.live.Entry;
import dev.drover.live.Letter;
import dev.drover.live.Reply;
import dev.drover.live.Saved;
import java.io.IOException;
import java.util.List;

/**
 * Records as bytes and back. What is sent or stored begins with its kind, whose number never
 * changes; fields that a reader does not know are passed over, so that members of neighbouring
 * versions understand each other.
 */
public final class Wire {
  /** By their number, from 1; new ones are added at the end. */
  private static final List<Class<? extends Letter>> LETTERS =
      List.of(
          Letter.Lead.class,
          Letter.Report.class,
          Letter.Begin.class,
          Letter.Told.class,
          Letter.Noted.class,
          Letter.Fence.class,
          Letter.Fenced.class,
          Letter.Leave.class,
          Letter.Left.class,
          Letter.Standing.class,
          Letter.Ask.class,
          Letter.Answer.class,
          Letter.Counted.class,
          Letter.Here.class,
          Letter.Outcast.class);

  private static final List<Class<? extends Entry>> ENTRIES =
      List.of(Entry.Configure.class, Entry.Amend.class, Entry.Happened.class, Entry.Policy.class);

  private static final int MOST_BYTES = 64 << 20;
  private static final int DEEPEST = 64;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(MOST_BYTES)
                          .maxStringLength(MOST_BYTES)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Stricter with what others send than with what was accepted into the log. */
  private static final ObjectMapper SENT = JSON.copy().setAnnotationIntrospector(new Present());

  private Wire() {}

  /** The number of a letter's kind. */
  public static int kind(Letter letter) {
    return 1 + LETTERS.indexOf(letter.getClass());
  }

  /** A letter without its kind. */
  public static byte[] bytes(Letter letter) {
    return write(letter);
  }

  /**
   * Reads a letter.
   *
   * @throws IOException where it is none
   */
  public static Letter letter(int kind, byte[] bytes) throws IOException {
    if (kind < 1 || kind > LETTERS.size()) {
      throw new IOException("kind `" + kind + "`: expected 1 to " + LETTERS.size());
    }
    return read(SENT, bytes, 0, LETTERS.get(kind - 1));
  }

  /** An entry of the log, with its kind in the first byte. */
  public static byte[] bytes(Entry entry) {
    byte[] json = write(entry);
    byte[] bytes = new byte[json.length + 1];
    bytes[0] = (byte) (1 + ENTRIES.indexOf(entry.getClass()));
    System.arraycopy(json, 0, bytes, 1, json.length);
    return bytes;
  }

  /**
   * Reads an entry.
   *
   * @throws IOException where it is none
   */
  public static Entry entry(byte[] bytes) throws IOException {
    int kind = bytes.length == 0 ? 0 : bytes[0];
    if (kind < 1 || kind > ENTRIES.size()) {
      throw new IOException("kind `" + kind + "`: expected 1 to " + ENTRIES.size());
    }
    return read(JSON, bytes, 1, ENTRIES.get(kind - 1));
  }

  public static byte[] bytes(Reply reply) {
    return write(reply);
  }

  /**
   * Reads what {@link #bytes(Reply)} writes.
   *
   * @throws IOException where it is none
   */
  public static Reply reply(byte[] bytes) throws IOException {
    return read(JSON, bytes, 0, Reply.class);
  }

  public static byte[] bytes(Saved saved) {
    return write(saved);
  }

  /**
   * Reads what {@link #bytes(Saved)} writes.
   *
   * @throws IOException where it is none
   */
  public static Saved saved(byte[] bytes) throws IOException {
    return read(JSON, bytes, 0, Saved.class);
  }

  private static <T> T read(ObjectMapper json, byte[] bytes, int from, Class<T> type)
      throws IOException {
    T value = json.readValue(bytes, from, bytes.length - from, type);
    if (value == null) {
      throw new IOException("`null`: expected " + type.getSimpleName());
    }
    return value;
  }

  private static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not to be written: " + value.getClass(), e);
    }
  }
}
