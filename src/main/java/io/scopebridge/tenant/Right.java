package io.scopebridge.tenant;

/**
 * One thing that a connection must be allowed, and whether it is.
 *
 * @param area      the system, or the part of it, that grants the right
 * @param name      as people find it there, such as {@code Sales > Opportunity}
 * @param needed    how much of it, such as {@code Inquire, Add, Edit: All}
 * @param neededFor what does not work without it
 * @param found     what the system told, in words
 * @param remedy    the way to it, or null when it is granted
 */
public record Right(String area, String name, String needed, String neededFor, RightState state, String found, String remedy) {
}
