package io.scopebridge.governor;
public interface Permit extends AutoCloseable { @Override void close(); }
