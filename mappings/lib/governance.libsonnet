// Where the hours of governance items go. An item that exists stays as it was created, whole or split, also if its allocation or the options changed.
// earlier: see earlier.libsonnet. phases: those that can hold a share, with their hours.
function(ds, hours, earlier, phases)
local prefix(item) = 'governance:' + item.id + ':';
{
  phaseIndex:: { [phase.id]: phase for phase in phases },
  // Keys of shares by item.
  shares:: ds.groupBy(
    [{ key: key, item: std.split(key, ':')[1] } for key in earlier.keys if std.startsWith(key, 'governance:') && std.length(std.split(key, ':')) == 3],
    function(share) share.item
  ),

  whole(item):: { key: 'governance:' + item.id, phaseId: null, hours: item.hours },
  // One share in each of these phases. The step of each knows the others, and the item: shares of one split cover the same, shares of another do not.
  split(item, ids):: {
    local here = self,
    known:: [phase for phase in phases if std.member(ids, phase.id)],
    weights:: [phase.hours for phase in self.known],
    // Phases that are gone, or lost their effort, leave no other measure.
    even:: std.length([weight for weight in self.weights if weight > 0]) == 0,
    parts:: if std.length(ids) == 1 then [item.hours] else hours.split(item.hours, if self.even then [1 for weight in self.weights] else self.weights),
    recorded:: $.recorded(item),
    covers:: if std.length(self.recorded) > 0 then self.recorded else ['governance:' + item.id] + [prefix(item) + id for id in ids],
    result: std.mapWithIndex(function(i, phase) { key: prefix(item) + phase.id, phaseId: phase.id, hours: here.parts[i], covers: here.covers }, self.known),
  }.result,

  made(item):: [share.key for share in std.get($.shares, item.id, []) if earlier.exists(share.key)],
  // What the shares that exist cover, as it was recorded.
  recorded(item):: std.set(std.flatMap(function(key) (local covers = earlier.covers(key); if covers == null then [] else covers), $.made(item))),

  // The phases of the shares that exist, and of those that were planned with them. Earlier versions did not record those: they are the phases
  // of the options if all shares that exist are among them.
  sharedOver(item, chosen):: {
    local here = self,
    idOf(key):: std.substr(key, std.length(prefix(item)), std.length(key)),
    made:: [here.idOf(key) for key in $.made(item)],
    recorded:: [here.idOf(key) for key in $.recorded(item) if std.startsWith(key, prefix(item))],
    amongChosen:: chosen != null && std.length([id for id in self.made if !std.member(chosen, id)]) == 0,
    result: if std.length(self.made) == 0 then []
            else if std.length(self.recorded) > 0 then std.set(self.recorded + self.made)
            else if self.amongChosen then chosen
            else self.made,
  }.result,

  // chosen: what the options ask for, a list of phase ids, or null for the item as a whole.
  of(item, chosen):: {
    ids:: $.sharedOver(item, chosen),
    result: if earlier.exists('governance:' + item.id) then [$.whole(item)]
            else if std.length(self.ids) > 0 then $.split(item, self.ids)
            else if chosen == null then [$.whole(item)]
            else $.split(item, chosen),
  }.result,
}
