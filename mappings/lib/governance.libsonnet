// Where the hours of governance items go. An item that exists stays as it was created, whole or split, also if its allocation or the options changed.
// earlier: see earlier.libsonnet. phases: those that can hold a share, with their hours.
function(ds, hours, earlier, phases)
local prefix(item) = 'governance:' + item.id + ':';
{
  // Fields, not locals: DataSonnet evaluates a local again at each use.
  phaseIndex:: { [phase.id]: phase for phase in phases },
  // Keys of shares by item.
  shares:: ds.groupBy(
    [{ key: key, item: std.split(key, ':')[1] } for key in earlier.keys if std.startsWith(key, 'governance:') && std.length(std.split(key, ':')) == 3],
    function(share) share.item
  ),

  whole(item):: { key: 'governance:' + item.id, phaseId: null, hours: item.hours },
  // One share in each of these phases; the step of each knows the others.
  split(item, ids):: {
    local here = self,
    known:: [phase for phase in phases if std.member(ids, phase.id)],
    weights:: [phase.hours for phase in self.known],
    // Phases that are gone, or lost their effort, leave no other measure.
    even:: std.length([weight for weight in self.weights if weight > 0]) == 0,
    parts:: if std.length(ids) == 1 then [item.hours] else hours.split(item.hours, if self.even then [1 for weight in self.weights] else self.weights),
    covers:: [prefix(item) + id for id in ids],
    result: std.mapWithIndex(function(i, phase) { key: prefix(item) + phase.id, phaseId: phase.id, hours: here.parts[i], covers: here.covers }, self.known),
  }.result,

  // The phases of the shares that exist, and of those that were planned with them.
  sharedOver(item):: {
    made:: [share.key for share in std.get($.shares, item.id, []) if earlier.exists(share.key)],
    recorded:: std.flatMap(function(key) (local covers = earlier.covers(key); if covers == null then [] else covers), self.made),
    keys:: if std.length(self.made) == 0 then []
           else if std.length(self.recorded) > 0 then std.set(self.recorded + self.made)
           else [share.key for share in $.shares[item.id]],
    result: [std.substr(key, std.length(prefix(item)), std.length(key)) for key in self.keys],
  }.result,

  // chosen: what the options ask for, a list of phase ids, or null for the item as a whole.
  of(item, chosen):: {
    ids:: $.sharedOver(item),
    result: if earlier.exists('governance:' + item.id) then [$.whole(item)]
            else if std.length(self.ids) > 0 then $.split(item, self.ids)
            else if chosen == null then [$.whole(item)]
            else $.split(item, chosen),
  }.result,
}
