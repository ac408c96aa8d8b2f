package dev.drover.daemon;

import dev.drover.live.Ledger;
import dev.drover.live.News;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, as it is told to operators. */
final class NewsReply {
  private NewsReply() {}

  /**
   * The lines after an index, each as {@code INDEX TIME LINE}. Where so much has happened since
   * that lines after it may not be kept any more, the first line says so.
   *
   * @param kept all that is known, the oldest first
   * @param words {@code after} is the index of what was told last; all that is known without it
   */
  static String since(List<News> kept, Map<String, String> words) {
    String after = words.getOrDefault("after", "0");
    long index = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    Stream<News> told = kept.stream().filter(news -> news.index() > index);
    return Stream.concat(gap(kept, index), told)
        .map(NewsReply::line)
        .collect(Collectors.joining("\n"));
  }

  /** How many lines are gone is not known: those that go are not counted. */
  private static Stream<News> gap(List<News> kept, long index) {
    if (index == 0 || kept.size() < Ledger.MOST_NEWS || kept.get(0).index() <= index) {
      return Stream.empty();
    }
    News oldest = kept.get(0);
    return Stream.of(
        new News(
            oldest.index(),
            oldest.at(),
            "lines before this were missed: the last %d are kept".formatted(Ledger.MOST_NEWS)));
  }

  private static String line(News news) {
    return news.index() + " " + Instant.ofEpochMilli(news.at()) + " " + news.line();
  }
}
