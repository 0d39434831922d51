// The default interpretation of a response, for all systems. Null means success.
// With hub, texts are cut between characters.
function(ds, hub=null)
{
  failure(class, cause, remedy, field=null, retryAfter=null)::
    { class: class, cause: cause, remedy: remedy, field: field, retryAfter: retryAfter },

  text(answer):: if std.get(answer, 'text', null) == null then '' else answer.text,
  json(answer):: std.get(answer, 'json', null),
  header(answer, name):: if std.get(answer, 'headers', null) == null then null else std.get(answer.headers, name, null),
  good(answer):: answer.status >= 200 && answer.status < 300,
  html(answer):: ds.regex.regexPartialMatch('(?is)^\\s*<(!doctype html|html|head|body|title|h1|center)', $.text(answer)) != null,
  has(text, fragment):: std.length(std.findSubstr(ds.lower(fragment), ds.lower($.words(text)))) > 0,
  matches(text, pattern):: ds.regex.regexPartialMatch(pattern, $.words(text)) != null,
  // Words of a server that is in trouble itself: the content of the call is not the reason, and it may have taken effect.
  passes(text):: $.matches(text, '(?i)deadlock|rerun the transaction|timeout (expired|period)|timed out|(request|operation|connection|gateway|execution) timeout|try again|retry (later|the)|temporar(y|ily)'
                                 + '|(service|server|system|database|currently|is) (is )?(unavailable|not available|busy|overloaded)|too busy|maintenance|transport-level|unexpected (error|exception|problem)'
                                 + '|internal (server )?error|object reference not set|(error|exception|problem) (has |was )?occurred (while|during|in the|on the)|an error (has )?occurred\\W*$'),
  // The first group of a pattern in a text, or null.
  found(text, pattern):: { match:: ds.regex.regexPartialMatch(pattern, $.words(text)), result: if self.match == null then null else self.match.captures[0] }.result,
  list(value):: if std.type(value) == 'array' then value else if value == null then [] else [value],
  // The message of a system may be of any type.
  words(message):: if std.type(message) == 'string' then message else '',
  shown(message):: if message == null then '' else if std.type(message) == 'string' then message else std.toString(message),
  textOrNull(value):: if std.type(value) == 'string' then value else null,
  said(message):: { given:: $.words(message), result: if self.given == '' then '' else ': ' + $.ended($.cut(self.given, 300)) }.result,
  cut(message, longest):: if hub == null then std.substr(message, 0, longest) else hub.cut(message, longest),
  ended(message):: if std.endsWith(message, '.') then message else message + '.',
  // An update that is rejected because of a field that it does not send: the stored record is invalid itself.
  stored(call, field):: field != null && (call.method == 'PATCH' || call.method == 'PUT')
                        && std.length(std.get(call, 'fields', [])) > 0
                        && !std.member([ds.lower(sent) for sent in call.fields], ds.lower(field)),
  correctStored(system, field):: 'Correct ' + field + ' of the record in ' + system + ', which checks the whole record at each change; then replay.',
  call(call):: call.method + ' ' + call.path,

  // Seconds; the hub has already converted an HTTP date and removed invalid values.
  retryAfter(answer, otherwise):: {
    given:: $.header(answer, 'retry-after'),
    isNumber:: self.given != null && ds.regex.regexPartialMatch('^\\s*[0-9]{1,6}\\s*$', '' + self.given) != null,
    result: if self.isNumber then std.parseInt(ds.trim('' + self.given)) else otherwise,
  }.result,

  rateLimit(system, seconds, why):: $.failure('RATE_LIMIT', system + ' throttles calls: ' + why + '.',
                                              'No action needed: the hub waits and continues automatically. If this happens often, lower the limits of the connection.', null, seconds),

  // The call may or may not have taken effect. A read is simply repeated.
  unsure(system, call, reads, what)::
    if reads
    then $.failure('TRANSIENT', system + ' ' + what + ' to ' + $.call(call) + '.', 'No immediate action needed: the hub retries. If the problem persists, check the status page of ' + system + '.')
    else $.failure('OUTCOME_UNKNOWN', system + ' ' + what + ' to ' + $.call(call) + '; the call may still have taken effect.',
                   'The hub looks it up. If that does not decide it, check ' + system + ' and resolve the step: enter the id of the record, or have it created.'),

  // A successful status, but is it a valid response?
  body(system, call, reads, answer)::
    if answer.status == 204 then null
    else if $.html(answer) then $.unsure(system, call, reads, 'or a proxy in front of it responded with a web page instead of data')
    else if $.json(answer) != null && (std.type($.json(answer)) == 'object' || std.type($.json(answer)) == 'array') then null
    else if ds.trim($.text(answer)) == '' then $.unsure(system, call, reads, 'sent an empty response')
    else $.unsure(system, call, reads, 'sent an incomplete response, or one that is not JSON,'),

  byStatus(system, call, reads, answer, message, settings)::
    if answer.status == 401 then
      $.failure('AUTHENTICATION', system + ' does not accept the credentials' + $.said(message), settings.credentials)
    else if answer.status == 403 then
      $.failure('PERMISSION', system + ' does not allow ' + $.call(call) + $.said(message), settings.rights)
    else if answer.status == 404 || answer.status == 410 then
      $.failure('MISSING_REFERENCE', system + ' does not have the record of ' + $.call(call) + $.said(message), 'It was deleted, or the user of the connection has no right to see it. Check it in ' + system + ', then replay.')
    else if answer.status == 402 || answer.status == 407 || answer.status == 451 then
      $.failure('CONFIGURATION', (if answer.status == 407 then 'A proxy in front of ' + system + ' requires credentials for ' else system + ' is closed to ') + $.call(call) + ' (HTTP ' + answer.status + ')' + $.said(message),
                if answer.status == 407 then 'Check the proxy of the hub and its credentials.' else 'Check the subscription of ' + system + ' and whether it may be called from here, then check the connection again.')
    else if answer.status == 409 || answer.status == 423 then
      $.failure('TRANSIENT', system + ' has locked the record of ' + $.call(call) + $.said(message), 'No immediate action needed: the hub retries.')
    else if std.member([413, 414, 431], answer.status) then
      $.failure('BUG', $.call(call) + ' is too long for ' + system + $.said(message), 'Shorten the content in the mapping, then replay.')
    else if answer.status == 405 || answer.status == 406 || answer.status == 415 then
      $.failure('BUG', system + ' does not accept ' + $.call(call) + ' in this form (HTTP ' + answer.status + ')' + $.said(message), 'Correct the mapping or the route that makes this call, then replay.')
    else if answer.status == 422 then
      $.failure('VALIDATION', system + ' rejects the content of ' + $.call(call) + $.said(message), 'Correct the record in ScopeStack or the options of the form, then replay.')
    else if answer.status == 429 then
      $.rateLimit(system, $.retryAfter(answer, settings.pause), if $.words(message) == '' then 'too many calls' else $.cut($.words(message), 200))
    else if answer.status == 408 || answer.status == 425 || answer.status >= 500 then
      $.unsure(system, call, reads, 'responded with HTTP ' + answer.status + (if $.words(message) == '' then '' else ' (' + $.cut($.words(message), 200) + ')')) + { retryAfter: $.retryAfter(answer, null) }
    else if answer.status >= 300 && answer.status < 400 then
      $.failure('CONFIGURATION', system + ' redirects ' + $.call(call) + ' (HTTP ' + answer.status + ').', settings.address)
    else if answer.status >= 400 then
      $.failure('BUG', system + ' does not understand ' + $.call(call) + ' (HTTP ' + answer.status + ')' + $.said(message), 'Correct the mapping or the route that makes this call, then replay.')
    else $.unsure(system, call, reads, 'responded with HTTP ' + answer.status),
}
