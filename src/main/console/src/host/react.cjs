module.exports = globalThis.scopebridgeHost['react']
