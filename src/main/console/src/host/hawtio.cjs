module.exports = globalThis.scopebridgeHost['@hawtio/react']
