// Shared parts of the mappings <system>/rights: the calls to make, and the rights that the responses show.
// A response is { status, json, failure }; failure is null or { class, cause, remedy }; status is null if there was no response.
// isData recognizes the system's data among responses from other servers.
function(ds, asked, isData=function(json) true)
{
  GRANTED:: 'GRANTED',
  MISSING:: 'MISSING',
  UNKNOWN:: 'UNKNOWN',

  answer(key):: std.get(asked, key, null),
  good(key):: $.answer(key) != null && $.hasData($.answer(key)),
  hasData(answer):: answer.failure == null && $.isJson(answer) && isData(answer.json),
  isJson(answer):: std.member(['array', 'object'], std.type(std.get(answer, 'json', null))),
  class(key):: if $.answer(key) == null || $.answer(key).failure == null then null else $.answer(key).failure.class,
  refused(key):: $.isOpen && $.class(key) == 'PERMISSION',
  cause(key):: if $.class(key) == null then '' else $.answer(key).failure.cause,

  // Those of the calls that were not made yet.
  notYet(calls):: [call for call in calls if !std.objectHas(asked, call.key)],
  get(key, path, query=null):: { key: key, method: 'GET', path: path, query: query },

  // Data, or an error in the system's own format, proves that the credentials are accepted. A web page or a 404 may come from any server.
  answers:: [asked[key] for key in std.objectFields(asked)],
  entered:: [answer for answer in $.answers if $.hasData(answer) || $.deniesAsTheSystem(answer)],
  deniesAsTheSystem(answer):: answer.failure != null && answer.failure.class == 'PERMISSION' && answer.status != 404 && $.isJson(answer),
  failed:: [answer.failure for answer in $.answers if answer.failure != null],
  shut:: [failure for failure in $.failed if failure.class == 'AUTHENTICATION' || failure.class == 'CONFIGURATION'],
  first:: if std.length($.shut) > 0 then $.shut[0] else $.failed[0],
  isOpen:: std.length($.entered) > 0,

  right(area, name, needed, neededFor, state, found, remedy)::
    { area: area, name: name, needed: needed, neededFor: neededFor, state: state, found: found, remedy: if state == $.GRANTED then null else remedy },

  // The first row of every system.
  signIn(area, needed)::
    if std.length($.answers) == 0 then $.right(area, area + ' > Sign in', needed, 'everything', $.UNKNOWN, 'not checked', null)
    else if $.isOpen then $.right(area, area + ' > Sign in', needed, 'everything', $.GRANTED, 'accepted', null)
    else if std.length($.failed) == 0
    then $.right(area, area + ' > Sign in', needed, 'everything', $.UNKNOWN, 'the responses are not from ' + area, 'Check the host in the settings of the connection: another server responds there.')
    else $.right(area, area + ' > Sign in', needed, 'everything', if std.length($.shut) > 0 then $.MISSING else $.UNKNOWN, $.first.cause, $.first.remedy),

  feature(connection, name):: {
    features:: std.get(connection.settings, 'features', null),
    result: if self.features == null then true else std.get(self.features, name, true) != false,
  }.result,
}
