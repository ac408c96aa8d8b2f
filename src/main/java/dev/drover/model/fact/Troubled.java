package dev.drover.model.fact;

/** That something was wrong with a primitive or instance on some node. Most have no trouble. */
public record Troubled(String resource) {}
