// node send.mjs <standardwebhooks|svix> <url> <secret> <id> <body>: signs with the library, sends as its users do, prints the status.
const [library, url, secret, id, body] = process.argv.slice(2)
const { Webhook } = await import(library)
const at = new Date()
const prefix = library === 'svix' ? 'svix' : 'webhook'
const response = await fetch(url, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(secret).sign(id, at, body),
  },
  body,
})
console.log(response.status)
console.log(await response.text())
