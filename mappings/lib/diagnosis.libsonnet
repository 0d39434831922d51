// What an answer means where a system has no words of its own for it. Null is a good answer.
function(ds)
{
  failure(class, cause, remedy, field=null, retryAfter=null)::
    { class: class, cause: cause, remedy: remedy, field: field, retryAfter: retryAfter },

  text(answer):: if std.get(answer, 'text', null) == null then '' else answer.text,
  json(answer):: std.get(answer, 'json', null),
  header(answer, name):: if std.get(answer, 'headers', null) == null then null else std.get(answer.headers, name, null),
  good(answer):: answer.status >= 200 && answer.status < 300,
  html(answer):: ds.regex.regexPartialMatch('(?is)^\\s*<(!doctype html|html|head|body|title|h1|center)', $.text(answer)) != null,
  has(text, fragment):: std.length(std.findSubstr(ds.lower(fragment), ds.lower(text))) > 0,
  // The first group of a pattern in a text, or null.
  found(text, pattern):: { match:: ds.regex.regexPartialMatch(pattern, text), result: if self.match == null then null else self.match.captures[0] }.result,
  list(value):: if std.type(value) == 'array' then value else if value == null then [] else [value],
  // What a system says where its words are expected may be of any type.
  words(message):: if std.type(message) == 'string' then message else '',
  said(message):: { given:: $.words(message), result: if self.given == '' then '' else ': ' + $.ended(std.substr(self.given, 0, 300)) }.result,
  ended(message):: if std.endsWith(message, '.') then message else message + '.',
  call(call):: call.method + ' ' + call.path,

  // Seconds; the hub has made a date of HTTP into them and taken away what makes no sense.
  retryAfter(answer, otherwise):: {
    given:: $.header(answer, 'retry-after'),
    isNumber:: self.given != null && ds.regex.regexPartialMatch('^\\s*[0-9]{1,6}\\s*$', '' + self.given) != null,
    result: if self.isNumber then std.parseInt(ds.trim('' + self.given)) else otherwise,
  }.result,

  rateLimit(system, seconds, why):: $.failure('RATE_LIMIT', system + ' asks to slow down: ' + why + '.',
                                              'Nothing to do: the hub waits and goes on by itself. If it comes often, lower the limits of the connection.', null, seconds),

  // The call may have been carried out, or not. A read is simply made again.
  unsure(system, call, reads, what)::
    if reads
    then $.failure('TRANSIENT', system + ' ' + what + ' to ' + $.call(call) + '.', 'Nothing to do at once: the hub tries again. If it stays, check the status page of ' + system + '.')
    else $.failure('OUTCOME_UNKNOWN', system + ' ' + what + ' to ' + $.call(call) + '; it may have been carried out all the same.',
                   'The hub looks it up. If that cannot decide, look in ' + system + ' and say "it exists" or "create it".'),

  // Good by its status, but is it an answer?
  body(system, call, reads, answer)::
    if answer.status == 204 then null
    else if $.html(answer) then $.unsure(system, call, reads, 'or something before it answered with a web page in place of data')
    else if $.json(answer) != null && (std.type($.json(answer)) == 'object' || std.type($.json(answer)) == 'array') then null
    else if ds.trim($.text(answer)) == '' then $.unsure(system, call, reads, 'gave an empty answer')
    else $.unsure(system, call, reads, 'gave half an answer, or none that is JSON,'),

  byStatus(system, call, reads, answer, message, settings)::
    if answer.status == 401 then
      $.failure('AUTHENTICATION', system + ' does not accept the credentials' + $.said(message), settings.credentials)
    else if answer.status == 403 then
      $.failure('PERMISSION', system + ' does not allow ' + $.call(call) + $.said(message), settings.rights)
    else if answer.status == 404 then
      $.failure('MISSING_REFERENCE', system + ' does not have what ' + $.call(call) + ' names' + $.said(message), 'It was deleted, or the user of the connection may not see it. Check it in ' + system + ', then replay.')
    else if answer.status == 409 then
      $.failure('TRANSIENT', system + ' is using the record of ' + $.call(call) + ' otherwise' + $.said(message), 'Nothing to do at once: the hub tries again.')
    else if answer.status == 413 || answer.status == 414 then
      $.failure('BUG', $.call(call) + ' is too long for ' + system + $.said(message), 'Shorten what the mapping sends, then replay.')
    else if answer.status == 405 || answer.status == 406 || answer.status == 415 then
      $.failure('BUG', system + ' does not take ' + $.call(call) + ' in this form (HTTP ' + answer.status + ')' + $.said(message), 'Correct the mapping or the route that makes this call, then replay.')
    else if answer.status == 422 then
      $.failure('VALIDATION', system + ' refuses the content of ' + $.call(call) + $.said(message), 'Correct the record in ScopeStack or the options of the form, then replay.')
    else if answer.status == 429 then
      $.rateLimit(system, $.retryAfter(answer, settings.pause), if $.words(message) == '' then 'too many calls' else std.substr($.words(message), 0, 200))
    else if answer.status == 408 || answer.status >= 500 then
      $.unsure(system, call, reads, 'answered HTTP ' + answer.status + (if $.words(message) == '' then '' else ' (' + std.substr($.words(message), 0, 200) + ')')) + { retryAfter: $.retryAfter(answer, null) }
    else if answer.status >= 300 && answer.status < 400 then
      $.failure('CONFIGURATION', system + ' sends ' + $.call(call) + ' to another address (HTTP ' + answer.status + ').', settings.address)
    else if answer.status >= 400 then
      $.failure('BUG', system + ' does not understand ' + $.call(call) + ' (HTTP ' + answer.status + ')' + $.said(message), 'Correct the mapping or the route that makes this call, then replay.')
    else $.unsure(system, call, reads, 'answered HTTP ' + answer.status),
}
