package dev.drover.model.fact;

/**
 * That there may be so many, and no more.
 *
 * @param number 1 or more
 */
public record AtMost(Bound bound, int number) {}
