// The field list of an Autotask entity as picklists: values by the name of the field, which had a capital letter in older versions.
// Values are text, also text that is no number. What is no field or value is left out; a value that comes twice counts once.
function(text)
{
  isField(field):: std.type(field) == 'object' && std.type(std.get(field, 'name', null)) == 'string' && field.name != '' && std.type(std.get(field, 'picklistValues', null)) == 'array',
  isValue(value):: std.type(value) == 'object' && std.member(['string', 'number'], std.type(std.get(value, 'value', null))) && text.isKey(value.value),
  nameOf(field):: std.asciiLower(std.substr(field.name, 0, 1)) + std.substr(field.name, 1, std.length(field.name)),
  fields(list):: text.firsts([field { name: $.nameOf(field) } for field in text.listOf(list) if $.isField(field)], function(field) field.name),
  values(field):: text.firsts([value { label: text.named(std.get(value, 'label', null), '' + value.value) } for value in field.picklistValues if $.isValue(value)], function(value) '' + value.value),
}
