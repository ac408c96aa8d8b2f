package dev.drover.rules;

/**
 * One rule, as it is written.
 *
 * @param stage the folder it is in, such as {@code 3-score}
 * @param file its file below the rules folder, such as {@code 3-score/location.drl}
 * @param line the line of its name, from 1
 * @param name its name: a sentence
 * @param header the paragraph at the head of its file, without comment marks; empty where there is
 *     none
 * @param text the rule as it is written, from {@code rule} to {@code end}
 */
public record CatalogueEntry(
    String stage, String file, int line, String name, String header, String text) {}
