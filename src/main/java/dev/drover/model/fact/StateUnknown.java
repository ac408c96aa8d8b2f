package dev.drover.model.fact;

import java.util.Set;

/**
 * That no history says whether a primitive runs on a node: one that is to be fenced, or a remote
 * one whose connection has no place.
 *
 * @param entirely whether none says it either of the instances that it cannot be told from
 * @param names what it and all that it is in go by, with and without instance numbers
 */
public record StateUnknown(String resource, String node, boolean entirely, Set<String> names) {}
