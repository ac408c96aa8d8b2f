package dev.drover.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, 7800",
    "10.0.0.1:1, 10.0.0.1, 1",
    "a-b.example:65535, a-b.example, 65535",
    "fd00::1, fd00::1, 7800",
    "::1, ::1, 7800",
    "[fd00::1], fd00::1, 7800",
    "[::ffff:1.2.3.4]:80, ::ffff:1.2.3.4, 80",
  })
  void hostAndPortAreRead(String text, String host, int port) {
    Address address = new Address(host, port);
    assertEquals(Optional.of(address), Address.parse(text, 7800));
    assertEquals(Optional.of(address), Address.parse(address.toString(), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "a:",
        ":1",
        "a:0",
        "a:65536",
        "a:b",
        "a b",
        "-a",
        "a/b",
        "1.2.3",
        "256.1.1.1",
        "::g",
        "1::2::3",
        "fe80::1%eth0",
        "[a]:1",
        "[1.2.3.4]:1",
        "[::1]:",
        "[::1",
        "[]:1",
        "a:1:2"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), Address.parse(text, 7800));
  }

  @Test
  void whatIsImpossibleIsNotMade() {
    assertThrows(IllegalArgumentException.class, () -> new Address("a b", 1));
    assertThrows(IllegalArgumentException.class, () -> new Address("a", 0));
  }
}
