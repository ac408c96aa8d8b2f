package dev.drover.daemon;

import dev.drover.live.News;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened, as it is told to operators. */
final class NewsReply {
  private NewsReply() {}

  /**
   * The lines after an index, each as {@code INDEX TIME LINE}.
   *
   * @param words {@code after} is the index of what was told last; all that is known without it
   */
  static String since(Member member, Map<String, String> words) {
    String after = words.getOrDefault("after", "0");
    long index = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    return member.books().page().saved().news().stream()
        .filter(news -> news.index() > index)
        .map(NewsReply::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(News news) {
    return news.index() + " " + Instant.ofEpochMilli(news.at()) + " " + news.line();
  }
}
