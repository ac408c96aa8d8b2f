package dev.drover.rules;

/**
 * One rule file as read.
 *
 * @param stage the name of its folder, which is its agenda group
 * @param name its path below the rules folder, with {@code /}
 * @param shown its path as the person gave it, for messages
 */
record RuleFile(String stage, String name, String shown, String text) {}
