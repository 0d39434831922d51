module.exports = globalThis.scopebridgeHost['@patternfly/react-core']
