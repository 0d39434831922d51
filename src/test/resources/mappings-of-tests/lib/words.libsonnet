{ hello: 'Hello' }
