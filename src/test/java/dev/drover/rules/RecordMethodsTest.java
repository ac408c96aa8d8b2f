package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordMethodsTest {
  record Sample(
      boolean a, char b, byte c, short d, int e, float f, long g, double h, @Nullable String i) {}

  record Empty() {}

  record OwnWords(String name) {
    @Override
    public String toString() {
      return "own " + name;
    }
  }

  /** The record's class with written-out methods, apart from the class that javac made. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(RecordMethodsTest.class.getClassLoader());
    }

    Constructor<?> rewritten(Class<?> type) throws IOException {
      byte[] code = RecordMethods.writtenOut(code(type));
      Constructor<?> made =
          defineClass(type.getName(), code, 0, code.length).getDeclaredConstructors()[0];
      made.setAccessible(true);
      return made;
    }
  }

  private static byte[] code(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  private static final Object[] VALUES = {true, 'x', (byte) 1, (short) 2, 3, 4.5f, 5L, 6.5, "y"};

  @Test
  void meanTheSameAsBefore() throws Exception {
    Constructor<?> made = new Loader().rewritten(Sample.class);
    Object one = made.newInstance(VALUES);
    Sample plain = new Sample(true, 'x', (byte) 1, (short) 2, 3, 4.5f, 5L, 6.5, "y");
    assertEquals(plain.toString(), one.toString());
    assertEquals(plain.hashCode(), one.hashCode());
    assertEquals(one, made.newInstance(VALUES));
    assertNotEquals(plain, one);
  }

  @Test
  void everyComponentCounts() throws Exception {
    Constructor<?> made = new Loader().rewritten(Sample.class);
    Object[] others = {false, 'z', (byte) 9, (short) 9, 9, 9f, 9L, Double.NaN, null};
    for (int i = 0; i < others.length; i++) {
      Object[] changed = VALUES.clone();
      changed[i] = others[i];
      assertNotEquals(made.newInstance(VALUES), made.newInstance(changed), "component " + i);
      assertEquals(made.newInstance(changed), made.newInstance(changed), "component " + i);
    }
  }

  @Test
  void nothingIsLeftToMethodHandles() throws Exception {
    for (Class<?> type : List.of(Sample.class, Empty.class, OwnWords.class)) {
      byte[] code = RecordMethods.writtenOut(code(type));
      String text = new String(code, StandardCharsets.ISO_8859_1);
      assertEquals(-1, text.indexOf("ObjectMethods"), type.getName());
      assertSame(code, RecordMethods.writtenOut(code), "again changes nothing");
    }
  }

  @Test
  void whatSomebodyWroteStays() throws Exception {
    assertEquals("own x", new Loader().rewritten(OwnWords.class).newInstance("x").toString());
    assertEquals("Empty[]", new Loader().rewritten(Empty.class).newInstance().toString());
  }

  @Test
  void otherClassesAreLeftAlone() throws Exception {
    byte[] code = code(MethodHandles.class);
    assertSame(code, RecordMethods.writtenOut(code));
  }
}
