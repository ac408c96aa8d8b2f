package dev.drover.model.fact;

/** What a failed result leads to. */
public record Response(Happened happened, OnFail onFail) {}
