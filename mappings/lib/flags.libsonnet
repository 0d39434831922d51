// Yes and no as systems write them: true, "true", 1. What is neither is neither.
{
  lower(value):: if std.type(value) == 'string' then std.asciiLower(value) else value,
  isYes(value):: std.member([true, 'true', 1, '1'], $.lower(value)),
  isNo(value):: std.member([false, 'false', 0, '0'], $.lower(value)),
}
