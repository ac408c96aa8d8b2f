package dev.drover.model.fact;

/** That a failure is mended by recovering more than the resource itself. */
public record RecoversElsewhere(Happened happened) {}
