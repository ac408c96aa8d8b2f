package dev.drover.agent.tools;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a tool wrote, lines of {@code WORD=TEXT}, and what may stand in it. */
public final class Request {
  /** Longer ones are refused. */
  static final int MOST_BYTES = 16 * 1024;

  private static final int MOST_OF_NAME = 255;
  private static final Set<String> WORDS =
      Set.of("do", "scope", "node", "name", "value", "default", "dampening");

  private Request() {}

  /**
   * The words of a request, with their texts.
   *
   * @throws IllegalArgumentException where it is none; for people
   */
  static Map<String, String> parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("a request of more than " + MOST_BYTES + " bytes");
    }
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : text(bytes).split("\n")) {
      int at = line.indexOf('=');
      String word = line.substring(0, Math.max(at, 0));
      if (!WORDS.contains(word) || words.put(word, line.substring(at + 1)) != null) {
        throw new IllegalArgumentException("a request that makes no sense");
      }
    }
    check(words);
    return words;
  }

  /**
   * Looks at the texts of a request, wherever it comes from.
   *
   * @throws IllegalArgumentException where a name or value is too long, or is no text; for people
   */
  public static void check(Map<String, String> words) {
    for (String word : List.of("node", "name")) {
      String name = words.get(word);
      if (name != null && !name.matches("[!-~]{1," + MOST_OF_NAME + "}")) {
        throw new IllegalArgumentException(
            "the %s is to have 1 to %d letters, digits and signs of ASCII, and no blanks"
                .formatted(word, MOST_OF_NAME));
      }
    }
    String value = words.getOrDefault("value", "");
    if (value.length() > MOST_BYTES || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the value is to have %d letters at most, in one line".formatted(MOST_BYTES));
    }
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().noneMatch(each -> Character.isISOControl(each) && each != '\n')) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // Said below.
    }
    throw new IllegalArgumentException("found what is no text, expected UTF-8 without controls");
  }
}
