package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * An action that is being tried.
 *
 * @param takes how long it will be under way
 * @param end makes its effect true and gives its result; called once, when the time is over
 */
record Attempt(Duration takes, Supplier<ActionResult> end) {}
