package dev.drover.text.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of JSON objects by name; a text that is not there, and an empty list or map of texts, are
 * left out.
 */
final class Json {
  /** Writes one element of a list. */
  interface Element<T> {
    void write(T element) throws IOException;
  }

  /** Writes the members of a document. */
  interface Body {
    void write(Json json) throws IOException;
  }

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** One object as a text. */
  static String document(Body body) {
    StringWriter text = new StringWriter();
    // Lines end the same on every platform, so that outputs can be compared.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(text).setPrettyPrinter(layout)) {
      Json json = new Json(generator);
      json.open();
      body.write(json);
      json.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return text.append('\n').toString();
  }

  void open() throws IOException {
    out.writeStartObject();
  }

  void open(String name) throws IOException {
    out.writeObjectFieldStart(name);
  }

  void close() throws IOException {
    out.writeEndObject();
  }

  void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  void number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  void flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void texts(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      list(name, values, out::writeString);
    }
  }

  void texts(String name, Map<String, String> values) throws IOException {
    if (!values.isEmpty()) {
      open(name);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text(value.getKey(), value.getValue());
      }
      close();
    }
  }

  void numbers(String name, List<Integer> values) throws IOException {
    if (!values.isEmpty()) {
      list(name, values, out::writeNumber);
    }
  }

  /** A list, which is there even when it is empty. */
  <T> void list(String name, List<T> elements, Element<T> writer) throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      writer.write(element);
    }
    out.writeEndArray();
  }
}
