// Texts of alerts, for every channel: mappings use (import 'lib/alert.libsonnet')(ds, hub).
function(ds, hub)
local text = (import 'text.libsonnet')(ds, hub);
{
  counted(number, one, many):: number + ' ' + (if number == 1 then one else many),
  // Absent without a connection, and without an address of the console.
  where(problem):: { name:: std.get(problem, 'connectionName', null), result: if self.name == null then 'The hub' else text.oneLine(self.name) }.result,
  link(part):: std.get(part, 'link', null),

  // One line: what it is about.
  title(message):: {
    first:: if std.length(message.problems) > 0 then message.problems[0] else null,
    result: if message.kind == 'test' then 'ScopeBridge: test message'
            else if message.kind == 'digest' then 'ScopeBridge: ' + $.counted(std.length(message.problems) + message.more, 'problem', 'problems') + ' since the last message'
            else 'ScopeBridge: ' + $.where(self.first) + ': ' + self.first.flow + (if message.kind == 'over' then $.ended(self.first) else ' fails (' + self.first.class + ')'),
  }.result,

  ended(problem):: if std.get(problem, 'connectionDeleted', false) then ' is over: the connection was deleted' else ' works again',

  // One sentence: since when, how often.
  summary(problem):: {
    failures:: $.counted(problem.failures, 'failure', 'failures'),
    result: if 'over' in problem then self.failures + ', from ' + problem.opened + ' to ' + problem.over + ' (' + $.counted(problem.minutes, 'minute', 'minutes') + '). No failure is open.'
            else self.failures + ' since ' + problem.opened + '.',
  }.result,
  heading(problem):: $.where(problem) + ': ' + problem.flow + ' (' + problem.class + ')' + (if 'over' in problem then ', over' else ''),

  intro(message):: if message.kind == 'test' then 'This is a test of the target "' + text.oneLine(message.target) + '". Alerts will look like this one.'
                   else if message.more > 0 then $.counted(message.more, 'more problem is', 'more problems are') + ' not listed.'
                   else null,
}
