package dev.drover.schedule.place;

import org.jspecify.annotations.Nullable;

/** One replica of a bundle while placement goes on. */
record Crate(
    Piece container,
    @Nullable Piece address,
    @Nullable Piece connection,
    @Nullable Piece instance,
    @Nullable Seat node) {}
