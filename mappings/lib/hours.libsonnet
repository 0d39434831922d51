// Hours are decimal; a hundredth of an hour is the smallest unit for planning.
function(ds)
{
  // As many decimals as ScopeStack sends: removes the rounding errors of binary fractions.
  exact(hours):: ds.math.round(hours, 4),
  sum(list):: $.exact(std.foldl(function(sum, hours) sum + hours, list, 0)),

  // Shares of a total by weight, in hundredths by the largest remainder; what is below a hundredth goes to the last
  // share. The sum is the total. If all weights are 0, so are the shares.
  split(total, weights):: {
    given:: $.exact(total),
    weightSum:: std.foldl(function(sum, weight) sum + weight, weights, 0),
    // Not floor(total * 100): 0.29 * 100 is below 29.
    cents:: std.floor(ds.math.round(self.given * 100, 2)),
    below:: $.exact(self.given - self.cents / 100),
    exactShares:: [ds.math.round(self.cents * weight / self.weightSum, 9) for weight in weights],
    floors:: [std.floor(share) for share in self.exactShares],
    left:: self.cents - std.foldl(function(sum, share) sum + share, self.floors, 0),
    byRemainder:: std.sort(
      std.mapWithIndex(function(i, share) { index: i, key: '%012.9f %06d' % [1 - (share - std.floor(share)), i] }, self.exactShares),
      keyF=function(entry) entry.key,
    ),
    winners:: { ['' + self.byRemainder[i].index]: true for i in std.range(0, self.left - 1) },
    lastWeighted:: std.foldl(function(last, i) if weights[i] > 0 then i else last, std.range(0, std.length(weights) - 1), 0),
    shares:: std.mapWithIndex(
      function(i, cents) $.exact(
        (cents + (if std.objectHas(self.winners, '' + i) then 1 else 0)) / 100 + (if i == self.lastWeighted then self.below else 0)
      ), self.floors
    ),
    result: if self.weightSum <= 0 then [0 for weight in weights] else self.shares,
  }.result,
}
