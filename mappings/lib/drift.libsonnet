// Shared parts of the drift checks of all systems: which lists are read, and how a record is compared with what was made.
// made: { records: [...] }, each as the ledger knows it. lists: rows by the name of the list; null where nothing is at its path.
function(made, lists, hub)
{
  records:: made.records,
  of(type):: [record for record in $.records if record.type == type],
  isRow(row):: std.type(row) == 'object' && $.isId(std.get(row, 'id', null)),
  isId(value):: std.type(value) == 'number' || std.type(value) == 'string' && value != '' && std.length(value) <= 100,
  isRead(name):: std.objectHas(lists, name),
  exists(name):: lists[name] != null,
  rows(name):: if !$.isRead(name) || lists[name] == null then [] else [row for row in lists[name] if $.isRow(row)],
  rowsOf(names):: std.flatMap($.rows, names),

  // A record may be in several lists.
  byId(rows):: { [entry.id]: entry.row for entry in $.distinct(rows) },
  distinct(rows):: $.firsts(std.sort([{ id: '' + row.id, row: row } for row in rows], function(entry) entry.id)),
  firsts(sorted):: [sorted[i] for i in std.range(0, std.length(sorted) - 1) if i == 0 || sorted[i - 1].id != sorted[i].id],

  chunks(list, size):: [list[i * size:std.min((i + 1) * size, std.length(list)):1] for i in std.range(0, std.ceil(std.length(list) / size) - 1)],
  idsOf(values):: std.set(['' + value for value in values if value != null && '' + value != '']),
  sentId(record, field):: { value:: std.get($.orNone(record.sent), field, null), result: if std.type(self.value) == 'object' then std.get(self.value, 'id', null) else self.value }.result,
  orNone(value):: if std.type(value) == 'object' then value else {},

  // The lists that are not read yet.
  unread(asked):: [list for list in asked if !$.isRead(list.name)],

  finding(record, kind, field, made, found):: {
    subject: record.subject,
    key: record.key,
    kind: kind,
    field: field,
    made: $.text(made),
    found: $.text(found),
  },
  twin(record, row, found):: $.finding(record, 'twin', '', record.title, found) { id: '' + row.id },
  text(value):: if value == null then null else if std.type(value) == 'string' then value else if std.type(value) == 'object' || std.type(value) == 'array' then std.manifestJsonEx(value, '') else '' + value,

  // Only what the hub wrote is compared; a field that the row lacks says nothing.
  renamed(record, row, field):: {
    sent:: std.get($.orNone(record.sent), field, null),
    there:: std.get(row, field, null),
    // The text of a call is stored without secrets.
    isWhole:: std.type(self.sent) == 'string' && std.length(std.findSubstr('[removed]', self.sent)) == 0,
    same:: !self.isWhole || std.type(self.there) != 'string' || hub.nameKey(self.sent) == hub.nameKey(self.there),
    result: if self.same then [] else [$.finding(record, 'renamed', field, self.sent, self.there)],
  }.result,
  // Null is no hours; what is no number says nothing.
  hours(record, row, field):: {
    sent:: hub.number(std.get($.orNone(record.sent), field, null)),
    given:: std.get(row, field, null),
    there:: if self.given == null then 0 else hub.number(self.given),
    same:: self.sent == null || !std.objectHas(row, field) || self.there == null || std.abs(self.sent - self.there) < 0.005,
    result: if self.same then [] else [$.finding(record, 'hours', field, self.sent, self.there)],
  }.result,
  // made, found: ids. named: what is shown for an id. mayBeEmpty: null means that it belongs to none; otherwise what is no id says nothing.
  moved(record, row, field, made, found, named, mayBeEmpty=false)::
    if made == null || $.sameId(made, found) || !($.isId(found) || mayBeEmpty && std.objectHas(row, field) && row[field] == null) then []
    else [$.finding(record, 'moved', field, named(made), named(found))],
  sameId(one, other):: (if one == null then '' else '' + one) == (if other == null then '' else '' + other),

  // What an update wrote: pointers with values. A field that the row lacks says nothing.
  held(record, row):: std.flatMap(
    function(pointer) $.heldAt(record, row, pointer, std.split(pointer, '/')[1:]),
    std.objectFields($.orNone(record.holds))
  ),
  heldAt(record, row, pointer, path):: {
    wanted:: record.holds[pointer],
    there:: $.at(row, path),
    result: if !$.has(row, path) || $.equal(self.wanted, self.there) then [] else [$.finding(record, 'revenue', std.join('.', path), self.wanted, self.there)],
  }.result,
  has(row, path):: std.length(path) == 0 || std.type(row) == 'object' && std.objectHas(row, path[0]) && $.has(row[path[0]], path[1:]),
  at(row, path):: if std.length(path) == 0 then row else if std.type(row) == 'object' && std.objectHas(row, path[0]) then $.at(row[path[0]], path[1:]) else null,
  equal(one, other):: if std.type(one) != 'number' then one == other
                      else if other == null then one == 0 else hub.number(other) == null || std.abs(one - hub.number(other)) < 0.005,
}
