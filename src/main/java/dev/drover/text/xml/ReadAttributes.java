package dev.drover.text.xml;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one element as they were read, in document order; they cannot be changed. Names
 * and values stand in one array: an element has few, and a document with a history has hundreds of
 * thousands of elements, each of which would have a hash table.
 */
final class ReadAttributes extends AbstractMap<String, String> {
  private final String[] namesAndValues;

  ReadAttributes(XMLStreamReader reader, SeenValues seen) {
    namesAndValues = new String[2 * reader.getAttributeCount()];
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      namesAndValues[2 * i] = reader.getAttributeLocalName(i);
      namesAndValues[2 * i + 1] = seen.first(reader.getAttributeValue(i));
    }
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  @Override
  public String getOrDefault(@Nullable Object name, String otherwise) {
    String value = get(name);
    return value == null ? otherwise : value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return namesAndValues.length / 2;
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < namesAndValues.length;
    }

    @Override
    public Map.Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return Map.entry(namesAndValues[next - 2], namesAndValues[next - 1]);
    }
  }
}
