package dev.drover.text.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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

  private final JsonGenerator out;

  Json(JsonGenerator out) {
    this.out = out;
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
