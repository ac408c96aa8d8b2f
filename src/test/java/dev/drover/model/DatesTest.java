package dev.drover.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2014-05-07 00:28:00, 2014-05-07T00:28:00Z",
    "2014-05-07, 2014-05-07T00:00:00Z",
    "20140507, 2014-05-07T00:00:00Z",
    "20140507T1230, 2014-05-07T12:30:00Z",
    "20140507T123005Z, 2014-05-07T12:30:05Z",
    "2005-020T12:30, 2005-01-20T12:30:00Z",
    "2005-020, 2005-01-20T00:00:00Z",
    "2009-W01-1, 2008-12-29T00:00:00Z",
    "2009-W53-7 12:00, 2010-01-03T12:00:00Z",
    "2019-09-23 11:00:00 -05:00, 2019-09-23T16:00:00Z",
    "2019-09-23T11:00:00+02:30, 2019-09-23T08:30:00Z",
    "2019-09-23T11:00:00-0500, 2019-09-23T16:00:00Z",
    "2019-09-23T24:00:00, 2019-09-24T00:00:00Z"
  })
  void readsEveryFormOfIso8601(String text, Instant instant) {
    assertEquals(instant, Dates.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2014-13-01",
        "2014-02-30",
        "2014-W60-1",
        "2014-05-07T25:00",
        "2015-366"
      })
  void refusesWhatIsNoDate(String text) {
    assertThrows(DateTimeException.class, () -> Dates.parse(text));
  }
}
