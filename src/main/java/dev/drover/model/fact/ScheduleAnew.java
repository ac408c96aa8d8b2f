package dev.drover.model.fact;

/** That a recurring operation which runs is scheduled again. */
public record ScheduleAnew(String resource, Happened happened) {}
