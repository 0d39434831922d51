// JSON:API documents of ScopeStack. Ids become text, and what is no resource is left out of rows; strays names it.
function(ds)
{
  rows(pages):: std.flatMap(function(page) $.resources(page, 'data'), pages),
  included(pages):: std.flatMap(function(page) $.resources(page, 'included'), pages),
  resources(page, member):: [$.resource(entry) for entry in $.list(std.get(page, member, null)) if $.isResource(entry)],
  strays(page, member):: [entry for entry in $.list(std.get(page, member, null)) if !$.isResource(entry)],
  list(value):: if std.type(value) == 'array' then value else if value == null then [] else [value],
  isResource(entry):: std.type(entry) == 'object' && $.isId(std.get(entry, 'id', null)) && $.isObject(entry, 'attributes') && $.isObject(entry, 'relationships'),
  isId(id):: std.type(id) == 'number' || std.type(id) == 'string' && id != '',
  isObject(entry, member):: { value:: std.get(entry, member, null), result: self.value == null || std.type(self.value) == 'object' }.result,
  resource(entry):: if std.type(entry.id) == 'string' then entry else entry { id: '' + entry.id },
  // The same row may be included on several pages, so a key holds a list.
  index(rows):: ds.groupBy(rows, function(row) row.type + '/' + row.id),
  // Not std.objectHas: it lists all keys of the index at each call.
  find(index, type, id):: if id == null then null else (index[type + '/' + id] default [null])[0],
  // Null if the link is empty or was not requested.
  linked(row, name):: { id:: (row.relationships[name].data.id default null), result: if $.isId(self.id) then '' + self.id else null }.result,
  links(row, name):: ['' + link.id for link in $.linkage(row, name) if $.isResource(link)],
  // Not when the link was not requested, or the request for it was ignored.
  isLoaded(row, name):: std.objectHas((row.relationships[name] default {}), 'data'),
  linkage(row, name):: { data:: (row.relationships[name].data default null), result: $.list(self.data) }.result,
  active(row):: $.attribute(row, 'active') != false,
  attribute(row, name):: { attributes:: std.get(row, 'attributes', null), result: if std.type(self.attributes) == 'object' then std.get(self.attributes, name, null) else null }.result,
}
