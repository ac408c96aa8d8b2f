package dev.drover.schedule.digest;

import dev.drover.model.Agent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation would run with now.
 *
 * @param agent what manages the resource
 * @param parameters the resource's parameters in force on the node where the operation ran; the
 *     address of a connection into a bundle's container already in place of {@code #uname}
 * @param operationParameters parameters for this operation only, from the configured operation that
 *     has the recorded name and interval; those of the resource take precedence
 * @param timeoutMs the operation's timeout in force, in milliseconds; counts for recurring
 *     operations only
 * @param featureSet the feature set of the cluster, such as {@code 3.19.0}, for records that have
 *     none of their own; null stands for the current one
 */
public record DigestInput(
    Agent agent,
    Map<String, String> parameters,
    Map<String, String> operationParameters,
    long timeoutMs,
    @Nullable String featureSet) {}
