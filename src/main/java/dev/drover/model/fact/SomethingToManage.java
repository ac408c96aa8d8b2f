package dev.drover.model.fact;

/** That there is at least one resource to manage. */
public record SomethingToManage() {}
