package io.scopebridge.tenant;

/**
 * One right that a connection requires, and whether it is granted.
 *
 * @param area      the system or its module
 * @param name      the name there, such as {@code Sales > Opportunity}
 * @param needed    required level, such as {@code Inquire, Add, Edit: All}
 * @param neededFor what requires it
 * @param found     what the system reported, in words
 * @param remedy    where to grant it, or null if it is granted
 */
public record Right(String area, String name, String needed, String neededFor, RightState state, String found, String remedy) {
}
