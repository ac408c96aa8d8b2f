package dev.drover.model.fact;

/** That an active resource must be stopped, whatever becomes of it next. */
public record MustStop(String resource, String why) {}
