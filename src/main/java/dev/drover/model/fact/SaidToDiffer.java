package dev.drover.model.fact;

/** That a clone's options say that its instances differ. */
public record SaidToDiffer(String resource) {}
