// JSON:API documents of ScopeStack. Ids become text, and what is no resource is left out of rows; strays names it.
local flags = import 'flags.libsonnet';
function(ds)
{
  rows(pages):: std.flatMap(function(page) $.resources(page, 'data'), pages),
  included(pages):: std.flatMap(function(page) $.resources(page, 'included'), pages),
  resources(page, member):: [$.resource(entry) for entry in $.list(std.get(page, member, null)) if $.isResource(entry)],
  strays(page, member):: [entry for entry in $.list(std.get(page, member, null)) if !$.isResource(entry)],
  list(value):: if std.type(value) == 'array' then value else if value == null then [] else [value],
  isResource(entry):: std.type(entry) == 'object' && $.isId(std.get(entry, 'id', null)) && $.isObject(entry, 'attributes') && $.isObject(entry, 'relationships'),
  // What may be part of a key, a reference and an address.
  isId(id):: std.type(id) == 'number' || std.type(id) == 'string' && ds.regex.regexPartialMatch('^[A-Za-z0-9_-][A-Za-z0-9._-]{0,39}$', id) != null,
  isObject(entry, member):: { value:: std.get(entry, member, null), result: self.value == null || std.type(self.value) == 'object' }.result,
  // With attributes and relationships in any case, so that they are read without a check.
  resource(entry):: (if std.type(entry.id) == 'string' then entry else entry { id: '' + entry.id })
                    + (if 'attributes' in entry && entry.attributes != null then {} else { attributes: {} })
                    + (if 'relationships' in entry && entry.relationships != null then {} else { relationships: {} }),
  // The resource of a document of one, even if it is no whole resource.
  one(document):: if $.isResource(document.data) then $.resource(document.data)
                  else document.data + { [name]: {} for name in ['attributes', 'relationships'] if !$.isObject(document.data, name) || std.get(document.data, name, null) == null },
  // The same row may be included on several pages, so a key holds a list.
  index(rows):: ds.groupBy(rows, function(row) row.type + '/' + row.id),
  // Not std.objectHas: it lists all keys of the index at each call.
  find(index, type, id):: if id == null then null else (index[type + '/' + id] default [null])[0],
  // Null if the link is empty or was not requested.
  linked(row, name):: if name in row.relationships then $.idOf(row.relationships[name]) else null,
  idOf(link):: { id:: (link.data.id default null), result: if self.id != null && $.isId(self.id) then '' + self.id else null }.result,
  links(row, name):: ['' + link.id for link in $.linkage(row, name) if $.isResource(link)],
  strayLinks(row, name):: [link for link in $.linkage(row, name) if link != null && !$.isResource(link)],
  // Not when the link was not requested, or the request for it was ignored.
  isLoaded(row, name):: name in row.relationships && std.type(row.relationships[name]) == 'object' && 'data' in row.relationships[name],
  // Shown, but only with its address.
  isUnloaded(row, name):: name in row.relationships && std.type(row.relationships[name]) == 'object' && !('data' in row.relationships[name]),
  linkage(row, name):: if name in row.relationships then $.list((row.relationships[name].data default null)) else [],
  active(row):: !flags.isNo($.attribute(row, 'active')),
  // Of a row of rows, included, resources or one. Not std.get, which costs ten times as much.
  attribute(row, name):: if name in row.attributes then row.attributes[name] else null,
}
