package dev.drover.live;

import dev.drover.execute.ActionResult;

/** An assignment with what became of it. */
public record Finished(Assignment assignment, ActionResult result) {}
