package dev.drover.model.fact;

import dev.drover.model.Score;

/** How much a resource wants to stay where it is, provided that it may be there at all. */
public record Attachment(String resource, String node, Score score) {}
