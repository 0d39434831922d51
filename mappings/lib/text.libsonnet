// Texts within their limits. Lengths are counted in UTF-16 code units, like in Java and .NET.
local entities = {
  nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’',
  ldquo: '“', rdquo: '”', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', deg: '°',
  times: '×', szlig: 'ß', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', eacute: 'é', egrave: 'è',
};
// Only these are markup: a text such as "copy <server> to <target>" is not changed.
local inline = ['a', 'abbr', 'article', 'b', 'big', 'body', 'center', 'code', 'col', 'colgroup', 'dd', 'del', 'em', 'figcaption', 'figure',
                'font', 'head', 'header', 'html', 'i', 'img', 'ins', 'kbd', 'mark', 's', 'samp', 'section', 'small', 'span', 'strike',
                'strong', 'sub', 'sup', 'tbody', 'tfoot', 'thead', 'title', 'tt', 'u', 'var'];
local blocks = ['blockquote', 'br', 'div', 'dl', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre', 'table', 'tr', 'ul'];

// A library has no access to ds and hub: mappings use (import 'lib/text.libsonnet')(ds, hub).
function(ds, hub)
local replaced(text, pattern, by) = ds.regex.regexGlobalReplace(text, pattern, by);
local contains(text, part) = std.length(std.findSubstr(part, text)) > 0;
{
  entities:: entities,
  marks:: { [tag]: '' for tag in inline } + { ['/' + tag]: '' for tag in inline }
          + { [tag]: '\n' for tag in blocks } + { ['/' + tag]: '\n' for tag in blocks }
          + { li: '\n- ', '/li': '', td: '', '/td': '\t', th: '', '/th': '\t' },

  // Truncates at a word boundary if one is near, never inside a character, with an ellipsis within the limit.
  cut(text, limit):: {
    whole:: $.orEmpty(text),
    characters:: hub.cut(self.whole, limit - 1),
    words:: ds.regex.regexPartialMatch('^((?s).*\\S)\\s+\\S*$', self.characters + std.substr(self.whole, std.length(self.characters), 1)),
    kept:: if self.words != null && std.length(self.words.captures[0]) * 2 >= limit then self.words.captures[0] else self.characters,
    result: if std.length(self.whole) <= limit then self.whole else self.kept + '…',
  }.result,

  fits(text, limit):: std.length($.orEmpty(text)) <= limit,

  // Rich text as plain text: tags and entities resolved, lines ended by \n.
  plain(text):: {
    given:: $.orEmpty(text),
    lines:: std.strReplace(std.strReplace(self.given, '\r\n', '\n'), '\r', '\n'),
    untagged:: if contains(self.lines, '<') then $.withoutTags(self.lines) else self.lines,
    resolved:: if contains(self.untagged, '&') then $.withoutEntities(self.untagged) else self.untagged,
    spaced:: replaced(replaced(self.resolved, '[ \\t\\x{A0}]+\\n', '\n'), '\\n{3,}', '\n\n'),
    result: ds.trim(replaced(self.spaced, '[\\x{0}-\\x{8}\\x{B}-\\x{1F}\\x{7F}]', '')),
  }.result,

  // The longest word of ASCII letters and digits, '' if there is none of two or more: the part of a name that every query can contain.
  searchWord(text):: {
    words:: [word for word in std.split(replaced($.oneLine(text), '[^A-Za-z0-9]+', ' '), ' ') if std.length(word) > 1],
    result: std.foldl(function(longest, word) if std.length(word) > std.length(longest) then word else longest, self.words, ''),
  }.result,

  // For names: one line, no control characters.
  oneLine(text):: ds.trim(hub.oneLine($.orEmpty(text))),

  // The name on one line, or a default if it is empty.
  named(text, otherwise):: {
    name:: $.oneLine(text),
    result: if self.name == '' then otherwise else self.name,
  }.result,

  // The same for a row whose reader names what is no text: that stays as it is.
  nameIn(row, field, otherwise):: {
    given:: if field in row then row[field] else null,
    type:: std.type(self.given),
    result: if self.type == 'object' || self.type == 'array' then self.given else $.named(self.given, otherwise),
  }.result,
  // The id of something a row refers to, as text, '' if there is none; what is no id stays as it is, for whoever takes the row.
  reference(id):: if id == null then '' else if $.isContainer(id) then id else '' + id,
  entry(entries, id):: if std.type(id) == 'string' && id in entries then entries[id] else {},
  idIn(row):: { type:: std.type(row.id), result: if self.type == 'string' || self.type == 'number' then '' + row.id else null }.result,
  // Rows of a table for choices: each with an id that can be read, once, and its name as text. What is no such row cannot be chosen.
  entries(rows):: $.firsts([row { name: $.named(std.get(row, 'name', null), '' + row.id) } for row in $.listOf(rows) if $.isEntry(row)], function(row) '' + row.id),
  firsts(list, key):: ds.distinctBy(list, key),
  isEntry(row):: $.isRow(row) && $.isKey($.idIn(row)),
  // Values of picklists may be any words.
  isKey(id):: id != null && { length:: std.length('' + id), result: self.length > 0 && self.length <= 200 }.result,
  listOf(value):: if std.type(value) == 'array' then value else [],
  objectOr(value, otherwise):: if std.type(value) == 'object' then value else otherwise,

  // Null in a list is no row; whoever takes the page names it.
  isRow(row):: std.type(row) == 'object' && 'id' in row && row.id != null,

  // The parts joined; null if all are empty. A part that is no text is the result, for whoever takes the row.
  joined(parts, separator):: {
    odd:: std.filter($.isContainer, parts),
    said:: [part for part in std.map($.oneLine, parts) if part != ''],
    result: if std.length(self.odd) > 0 then self.odd[0] else if std.length(self.said) == 0 then null else std.join(separator, self.said),
  }.result,

  // What may become part of an address, as text; null for anything else.
  asId(value):: if value == null || ds.regex.regexPartialMatch('^[A-Za-z0-9_-][A-Za-z0-9._-]{0,39}$', '' + value) == null then null else '' + value,

  // For a query: a blank as %20, which every server accepts.
  encoded(text):: std.strReplace(ds.url.encode(text), '+', '%20'),

  // What is no text is never written as its JSON.
  orEmpty(text):: { type:: std.type(text), result: if self.type == 'string' then text else if text == null || self.type == 'object' || self.type == 'array' then '' else std.toString(text) }.result,
  isContainer(value):: value != null && { type:: std.type(value), result: self.type == 'object' || self.type == 'array' }.result,

  withoutTags(text):: {
    commented:: if contains(text, '<!--') then replaced(text, '(?s)<!--.*?-->', '') else text,
    silent:: if ds.regex.regexPartialMatch('(?i)<(script|style)\\b', self.commented) == null then self.commented
             else replaced(self.commented, '(?is)<(script|style)\\b[^>]*>.*?</(script|style)\\s*>', ''),
    found:: ds.regex.regexScan('<(/?[a-zA-Z][a-zA-Z0-9]*)(?:\\s+[a-zA-Z:_-][^<>]*|\\s*)/?>', self.silent),
    marks:: if self.found == null then [] else ds.distinctBy(self.found, function(mark) mark.string),
    unmarked:: std.foldl(function(done, mark) std.strReplace(done, mark.string, $.inPlaceOf(mark)), self.marks, self.silent),
    result: if contains(self.unmarked, '\n- ') then replaced(self.unmarked, '\\n\\s*\\n- ', '\n- ') else self.unmarked,
  }.result,

  inPlaceOf(mark):: { tag:: ds.lower(mark.captures[0]), result: if self.tag in $.marks then $.marks[self.tag] else mark.string }.result,

  // The ampersand comes last, so that &amp;lt; becomes &lt; and not <.
  withoutEntities(text):: {
    scanned:: ds.regex.regexScan('&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});', text),
    found:: if self.scanned == null then [] else std.set([mark.string for mark in self.scanned]),
    named:: std.foldl(
      function(done, name) std.strReplace(done, '&' + name + ';', entities[name]),
      [name for name in [std.substr(mark, 1, std.length(mark) - 2) for mark in self.found] if name in entities],
      text
    ),
    numbered:: std.foldl(function(done, mark) std.strReplace(done, mark, $.character(mark)), [mark for mark in self.found if mark[1] == '#'], self.named),
    result: std.strReplace(self.numbered, '&amp;', '&'),
  }.result,

  character(entity):: {
    digits:: std.substr(entity, 2, std.length(entity) - 3),
    hex:: std.startsWith(self.digits, 'x') || std.startsWith(self.digits, 'X'),
    point:: if self.hex then std.parseHex(std.substr(self.digits, 1, 6)) else std.parseInt(self.digits),
    pair:: self.point - 65536,
    result: if self.point < 1 || self.point > 1114111 || self.point >= 55296 && self.point < 57344 then ''
            else if self.point < 65536 then std.char(self.point)
            else std.char(55296 + std.floor(self.pair / 1024)) + std.char(56320 + std.mod(self.pair, 1024)),
  }.result,
}
