package dev.drover.plan;

import dev.drover.model.Agent;
import java.util.Map;

/**
 * What an agent is given for one action.
 *
 * @param parameters the resource's and the operation's own, as they hold on the action's node
 * @param meta the resource's options, a clone's shape, and for a notification what it tells
 * @param delayMs how long to wait before it begins, in milliseconds; 0 or more
 * @param timeoutMs how long the agent may take, in milliseconds; above 0
 * @param digest of the parameters, by which a later decision sees that they have changed
 */
public record Call(
    Agent agent,
    Map<String, String> parameters,
    Map<String, String> meta,
    long delayMs,
    long timeoutMs,
    String digest) {}
