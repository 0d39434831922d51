// Texts that fit where they go. Lengths are counted in UTF-16 code units, as Java and .NET count them.
local entities = {
  nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’',
  ldquo: '“', rdquo: '”', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', deg: '°',
  times: '×', szlig: 'ß', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', eacute: 'é', egrave: 'è',
};
// Only these are markup: a text such as "copy <server> to <target>" stays as it is.
local tags = 'a|abbr|article|b|big|blockquote|body|br|center|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|'
             + 'h[1-6]|head|header|hr|html|i|img|ins|kbd|li|mark|ol|p|pre|s|samp|section|small|span|strike|strong|sub|sup|'
             + 'table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|var';

// A library cannot see ds by itself: mappings say (import 'lib/text.libsonnet')(ds).
function(ds)
local replaced(text, pattern, by) = ds.regex.regexGlobalReplace(text, pattern, by);
{
  // Cuts at a word's end where one is near, never inside a character, with an ellipsis inside the limit.
  cut(text, limit):: {
    whole:: $.orEmpty(text),
    room:: std.substr(self.whole, 0, limit - 1),
    characters:: if $.splitsPair(self.room) then std.substr(self.room, 0, limit - 2) else self.room,
    words:: ds.regex.regexPartialMatch('^((?s).*\\S)\\s+\\S*$', self.characters + std.substr(self.whole, std.length(self.characters), 1)),
    kept:: if self.words != null && std.length(self.words.captures[0]) * 2 >= limit then self.words.captures[0] else self.characters,
    result: if std.length(self.whole) <= limit then self.whole else self.kept + '…',
  }.result,

  fits(text, limit):: std.length($.orEmpty(text)) <= limit,

  // Rich text as plain text: tags and entities resolved, lines ended by \n.
  plain(text):: {
    given:: $.orEmpty(text),
    lines:: replaced(self.given, '\\r\\n?', '\n'),
    marked:: ds.regex.regexPartialMatch('(?i)</?(' + tags + ')(\\s[^<>]*)?/?>', self.lines) != null,
    untagged:: if self.marked then $.withoutTags(self.lines) else self.lines,
    resolved:: if std.length(std.findSubstr('&', self.untagged)) > 0 then $.withoutEntities(self.untagged) else self.untagged,
    spaced:: replaced(replaced(self.resolved, '[ \\t\\x{A0}]+\\n', '\n'), '\\n{3,}', '\n\n'),
    result: ds.trim(replaced(self.spaced, '[\\x{0}-\\x{8}\\x{B}-\\x{1F}\\x{7F}]', '')),
  }.result,

  // For names: one line, no control characters.
  oneLine(text):: ds.trim(replaced($.orEmpty(text), '[\\p{Z}\\p{Cc}]+', ' ')),

  // The name on one line, or words of our own where there is none.
  named(text, otherwise):: {
    name:: $.oneLine(text),
    result: if self.name == '' then otherwise else self.name,
  }.result,

  orEmpty(text):: if text == null then '' else std.toString(text),

  splitsPair(text):: {
    last:: if text == '' then 0 else std.codepoint(std.substr(text, std.length(text) - 1, 1)),
    result: self.last >= 55296 && self.last < 56320,
  }.result,

  withoutTags(text):: {
    silent:: replaced(replaced(text, '(?is)<(script|style)\\b[^>]*>.*?</(script|style)\\s*>', ''), '(?s)<!--.*?-->', ''),
    folded:: replaced(self.silent, '(?i)\\s*(<(?:p|div|ul|ol|table|h[1-6]|li|tr)(?:\\s[^<>]*)?>)\\s*', '$1'),
    items:: replaced(self.folded, '(?i)<li(\\s[^<>]*)?>', '\n- '),
    cells:: replaced(self.items, '(?i)</t[dh]\\s*>\\s*<t[dh](\\s[^<>]*)?>', ' | '),
    breaks:: replaced(self.cells, '(?i)<br(\\s[^<>]*)?/?>', '\n'),
    blocks:: replaced(self.breaks, '(?i)</(p|div|ul|ol|table|h[1-6]|blockquote|pre)\\s*>|<hr(\\s[^<>]*)?/?>|</?tr(\\s[^<>]*)?>', '\n'),
    result: replaced(self.blocks, '(?i)</?(' + tags + ')(\\s[^<>]*)?/?>', ''),
  }.result,

  // The ampersand comes last, so that &amp;lt; becomes &lt; and not <.
  withoutEntities(text):: {
    named:: std.foldl(function(done, name) std.strReplace(done, '&' + name + ';', entities[name]), std.objectFields(entities), text),
    found:: ds.regex.regexScan('&#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});', self.named),
    numbers:: if self.found == null then [] else ds.distinctBy(self.found, function(found) found.string),
    numbered:: std.foldl(function(done, found) std.strReplace(done, found.string, $.character(found.string)), self.numbers, self.named),
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
