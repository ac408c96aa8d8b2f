package dev.drover.plan;

import java.util.List;

/**
 * Why a derived fact holds.
 *
 * @param fact the fact, in words
 * @param rule the rule that made it
 * @param from the facts that the rule read, in words
 */
public record Because(String fact, String rule, List<String> from) {}
