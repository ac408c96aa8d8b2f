package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.live.Ledger;
import dev.drover.live.News;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who follows what happens is told where something is missing. */
class NewsReplyTest {
  private static List<News> from(long index, int count) {
    return LongStream.range(index, index + count)
        .mapToObj(each -> new News(each, 0, "line " + each))
        .toList();
  }

  private static List<String> after(String index, List<News> kept) {
    return NewsReply.since(kept, Map.of("after", index)).lines().toList();
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidToBeMissing() {
    List<News> full = from(5000, Ledger.MOST_NEWS);
    List<String> told = after("4000", full);
    assertEquals(
        "5000 1970-01-01T00:00:00Z lines before this were missed: the last 1000 are kept",
        told.get(0));
    assertEquals("5000 1970-01-01T00:00:00Z line 5000", told.get(1));
    assertEquals(Ledger.MOST_NEWS + 1, told.size());
  }

  @Test
  void whereNothingIsMissingNothingIsSaid() {
    List<News> full = from(5000, Ledger.MOST_NEWS);
    assertEquals(
        List.of("5999 1970-01-01T00:00:00Z line 5999"), after("5998", full), "told until then");
    assertEquals(Ledger.MOST_NEWS, after("0", full).size(), "asked for all that is known");
    assertEquals(2, after("3", from(10, 2)).size(), "nothing has gone yet");
  }
}
