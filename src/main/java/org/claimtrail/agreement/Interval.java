package org.claimtrail.agreement;

/** Between which numbers a figure lies, both included. */
public record Interval(double low, double high) {}
