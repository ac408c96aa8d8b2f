package dev.drover.model.fact;

/** That a result is older than failures count. */
public record Old(Happened happened) {}
