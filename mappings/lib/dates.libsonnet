// Dates without a time: the entered calendar day does not change with the time zone.
function(ds)
{
  day(date):: std.substr(date, 0, 10),
  midnight(date):: $.day(date) + 'T00:00:00Z',
  before(one, other):: $.day(one) < $.day(other),
  isDate(value):: std.type(value) == 'string' && ds.regex.regexPartialMatch('^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])', value) != null,
}
