package dev.drover.live;

import dev.drover.model.status.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a ledger holds, as a snapshot keeps it.
 *
 * @param index of the last entry
 * @param configuredAt index of the entry that changed the configuration last; 0 where none did
 * @param name of the configuration's file
 * @param text of the configuration's file; empty where none was given
 * @param amendments in the order in which they were made
 * @param ruledAt index of the entry that changed the rules last; 0 where none did
 * @param rules text by path; empty for the rules that Drover comes with
 * @param news the latest lines
 * @param fencings the latest, oldest first
 * @param changed when the configuration or the rules were changed last; null where never
 */
public record Saved(
    long index,
    long configuredAt,
    String name,
    String text,
    List<Amendment> amendments,
    long ruledAt,
    Map<String, String> rules,
    Status status,
    List<News> news,
    List<FenceRecord> fencings,
    @Nullable Change changed) {
  /** What a cluster begins with. */
  public static Saved nothing() {
    return new Saved(
        0,
        0,
        "cluster.yaml",
        "",
        List.of(),
        0,
        Map.of(),
        new Status(true, null, null, List.of(), List.of()),
        List.of(),
        List.of(),
        null);
  }

  Saved configured(
      long at,
      String file,
      String contents,
      List<Amendment> amended,
      Change change,
      List<News> latest) {
    return new Saved(
        at, at, file, contents, amended, ruledAt, rules, status, latest, fencings, change);
  }

  Saved ruled(long at, Map<String, String> files, Change change, List<News> latest) {
    return new Saved(
        at, configuredAt, name, text, amendments, at, files, status, latest, fencings, change);
  }

  Saved happened(long at, Status now, List<News> latest, List<FenceRecord> fenced) {
    return new Saved(
        at, configuredAt, name, text, amendments, ruledAt, rules, now, latest, fenced, changed);
  }
}
