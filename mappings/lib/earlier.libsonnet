// The steps of earlier plans of the project. What exists is in the PSA with its hours: whatever the options are now, it stays as it was created,
// and nothing that would contain the same hours is planned again.
// rows: by step key, exists (or may exist) and covers (what of the scope it contains; null for steps of versions that did not record it).
function(rows)
{
  keys:: std.objectFields(rows),
  existing:: [key for key in $.keys if rows[key].exists],
  index:: { [key]: true for key in $.existing },
  exists(key):: std.objectHas($.index, key),
  planned(key):: std.objectHas(rows, key),
  covers(key):: if $.exists(key) then std.get(rows[key], 'covers', null) else null,
}
