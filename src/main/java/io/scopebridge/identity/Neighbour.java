package io.scopebridge.identity;

/**
 * Another connection that works in the same ScopeStack.
 *
 * @param sameAccount in the same account, as far as the hub knows
 * @param sameTenant  with the same tenant of the same PSA
 */
record Neighbour(String id, String name, String system, boolean enabled, boolean sameAccount, boolean sameTenant) {
}
