module.exports = globalThis.scopebridgeHost['@patternfly/react-table']
