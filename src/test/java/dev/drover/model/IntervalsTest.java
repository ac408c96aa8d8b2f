package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Intervals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 10000",
    "10s, 10000",
    "10sec, 10000",
    "2min, 120000",
    "2m, 120000",
    "1h, 3600000",
    "1hr, 3600000",
    "500ms, 500",
    "3000us, 3",
    "' 5 s ', 5000",
    "10S, 10000",
    "PT1H, 3600000",
    "PT1M, 60000",
    "P1M, 2592000000",
    "P10S, 10000",
    "P1DT2H, 93600000",
    "P1W, 604800000",
    "99999999999, 4294967295"
  })
  void readsWhatOperatorsWrite(String text, long milliseconds) {
    assertEquals(milliseconds, Intervals.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5s", "P", "PT", "P1", "P1X", "10 parsecs"})
  void whatIsNoIntervalCountsAsZero(String text) {
    assertTrue(Intervals.read(text).isEmpty());
    assertEquals(0, Intervals.parse(text));
  }
}
