// JSON:API documents of ScopeStack.
function(ds)
{
  rows(pages):: std.flatMap(function(page) page.data, pages),
  included(pages):: std.flatMap(function(page) std.get(page, 'included', []), pages),
  // The same row may be included on several pages, so a key holds a list.
  index(rows):: ds.groupBy(rows, function(row) row.type + '/' + row.id),
  find(index, type, id):: if id != null && std.objectHas(index, type + '/' + id) then index[type + '/' + id][0] else null,
  // Null if the link is empty or was not requested.
  linked(row, name):: (row.relationships[name].data.id default null),
  links(row, name):: { ids:: ([link.id for link in row.relationships[name].data] default []), result: if self.ids == null then [] else self.ids }.result,
  active(row):: $.attribute(row, 'active') != false,
  attribute(row, name):: { attributes:: std.get(row, 'attributes', null), result: if std.type(self.attributes) == 'object' then std.get(self.attributes, name, null) else null }.result,
  // Decimals come as strings.
  number(value):: if value == null || value == '' then 0 else if std.type(value) == 'number' then value else (std.parseJson(value) default 0),
}
