// Numbers as systems write them. What is no number is never taken for 0: it is named, and nothing is made of its record.
function(hub)
{
  // Null where there is none, or none that can be read.
  of(value):: hub.number(value),
  // For a field that problemsOf checks.
  orZero(value):: { number:: hub.number(value), result: if self.number == null then 0 else self.number }.result,
  isUnreadable(value):: value != null && hub.number(value) == null,

  // Of the fields of a record, those that hold something other than a number.
  problemsOf(record, fields):: [
    $.problem(name, record + ': ' + name + ' is ' + $.shown(fields[name]) + ', which is ' + (if std.type(fields[name]) == 'number' then 'too large.' else 'not a number.'))
    for name in std.objectFields(fields)
    if $.isUnreadable(fields[name])
  ],

  problem(field, cause):: { field: field, class: 'VALIDATION', cause: cause, remedy: 'Correct it in ScopeStack, then replay this entry.' },
  shown(value):: if std.type(value) == 'string' then '"' + hub.cut(value, 60) + '"' else hub.cut(std.toString(value), 60),
}
