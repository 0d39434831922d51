// Shared parts of the project plans of all systems.
local flags = import 'flags.libsonnet';
function(ds, hub)
local same(one, other) = hub.nameKey(one) == hub.nameKey(other);
{
  text:: (import 'text.libsonnet')(ds, hub),
  dates:: (import 'dates.libsonnet')(ds),
  flags:: flags,

  // A name and a description within their limits; a truncated name is kept in full at the start of the description.
  texts(key, name, otherwise, nameLimit, description, descriptionLimit):: {
    local here = self,
    given:: $.text.named(name, otherwise),
    whole:: $.literal(self.given),
    named:: $.text.fits(self.whole, nameLimit),
    name:: $.text.cut(self.whole, nameLimit),
    about:: $.literal($.text.orEmpty(description)),
    full:: if self.named then self.about else self.whole + (if self.about == '' then '' else '\n\n' + self.about),
    description:: $.text.cut(self.full, descriptionLimit),
    warnings:: (if here.named then [] else [{
      step: key,
      text: 'The name is truncated to ' + nameLimit + ' characters; the full name is at the start of the description or notes: ' + $.text.cut(here.whole, 80),
    }]) + (if $.text.fits(here.full, descriptionLimit) then [] else [{
      step: key,
      text: 'The description is truncated to ' + descriptionLimit + ' characters; the full text is in ScopeStack: ' + $.text.cut(here.whole, 80),
    }]),
  },

  // User text must not be interpreted as a reference to a step.
  literal(text):: if std.startsWith(text, '${') then "'" + text + "'" else text,

  // An amount in a text: 12,345,678.50, and 12,345,678.50 EUR where the system says the currency.
  amount(value, currency=null):: {
    digits:: '%.2f' % std.abs(value),
    whole:: std.length(self.digits) - 3,
    result: (if value < 0 then '-' else '') + $.grouped(std.substr(self.digits, 0, self.whole)) + std.substr(self.digits, self.whole, 3)
            + (if currency == null then '' else ' ' + currency),
  }.result,
  grouped(digits):: if std.length(digits) <= 3 then digits
                    else $.grouped(std.substr(digits, 0, std.length(digits) - 3)) + ',' + std.substr(digits, std.length(digits) - 3, 3),

  problem(field, class, cause, remedy):: { field: field, class: class, cause: cause, remedy: remedy },

  // Of several companies, the hub takes none.
  alikeProblem(where, name, ids, remedy):: $.problem('company', 'MISSING_REFERENCE', std.length(ids) + ' companies in ' + where + " have the name '" + name + "': " + std.join(', ', ids[0:5]) + '.', remedy),

  // What names and defaults in the form were resolved to, for the preview.
  resolvedAs(name, value, id):: { name: name, value: '' + value + ' (' + id + ')' },
  resolved(tenant, options):: (if std.get(tenant, 'company', null) == null then [] else [$.resolvedAs('Company', std.get(tenant.company, 'name', ''), tenant.company.id)])
                              + (if std.get(tenant, 'opportunity', null) == null then [] else [{ name: 'Opportunity', value: '' + tenant.opportunity.id }])
                              + [
                                { name: entry[0], value: options[entry[1]] }
                                for entry in [['Start', 'estimatedStart'], ['End', 'estimatedEnd']]
                                if std.get(options, entry[1], null) != null
                              ],

  // The company that gets the records, if it is another than the project's client: a person confirms it.
  otherCompany(client, company):: if client == null || company == null || client == '' || company == '' || same(client, company) then null
                                  else { client: '' + client, company: '' + company },
  // That of the linked opportunity is warned about where the opportunity is read.
  otherCompanyWarning(other, opportunity):: if other == null || (opportunity != null && same(std.get(opportunity, 'companyName', null), other.company)) then [] else [
    { text: "The client of the ScopeStack project is '" + other.client + "', but the records go to the company '" + other.company + "'." },
  ],

  // The active entries of a picklist that match a name or an id.
  chosen(list, value):: if value == null then [] else [
    entry
    for entry in list
    if $.text.isEntry(entry) && $.usable(entry) && ('' + entry.id == ds.trim('' + value) || same(std.get(entry, 'name', null), value))
  ],
  usable(entry):: !flags.isNo(std.get(entry, 'active', null)) && !flags.isYes(std.get(entry, 'inactive', null)),
  names(list):: std.join(', ', ["'" + std.get(entry, 'name', entry.id) + "'" for entry in list if $.text.isEntry(entry) && $.usable(entry)]),

  choiceProblems(field, what, list, value, where)::
    if value == null || '' + value == '' then
      [$.problem(field, 'VALIDATION', what + ' is missing.', 'Choose one of ' + $.names(list) + '.')]
    else if std.length($.chosen(list, value)) == 0 then
      [$.problem(field, 'MISSING_REFERENCE', what + " '" + value + "' does not exist, or no longer, in " + where + '.', 'Choose one of ' + $.names(list) + '.')]
    else [],

  dateProblems(options)::
    [
      $.problem(field, 'VALIDATION', 'The ' + (if field == 'estimatedStart' then 'estimated start' else 'estimated end') + ' is missing or not a date.',
                'Enter ' + field + ' as yyyy-MM-dd.')
      for field in ['estimatedStart', 'estimatedEnd']
      if !$.dates.isDate(std.get(options, field, null))
    ] + (
      if $.dates.isDate(std.get(options, 'estimatedStart', null)) && $.dates.isDate(std.get(options, 'estimatedEnd', null))
         && $.dates.before(options.estimatedEnd, options.estimatedStart)
      then [$.problem('estimatedEnd', 'VALIDATION', 'The estimated end ' + $.dates.day(options.estimatedEnd) + ' is before the estimated start '
                      + $.dates.day(options.estimatedStart) + '.', 'Choose an end that is not before the start.')]
      else []
    ),

  number(id):: if std.type(id) == 'string' && ds.regex.regexPartialMatch('^-?[0-9]{1,15}$', id) != null then std.parseInt(id) else id,

  // Null if the id is not a number, such as one of another system or an empty text.
  numberOrNull(id):: if id != null && ds.regex.regexPartialMatch('^[0-9]{1,15}$', '' + id) != null then std.parseInt('' + id) else null,

  leftOut(managed):: [
    { step: 'service:' + service.id, text: 'Managed service omitted from the project: ' + $.text.cut($.text.named(service.name, 'Service ' + service.id), 80) }
    for service in managed
  ],

  withHours(items):: [item for item in items if item.hours > 0],
  withoutHours(items):: [
    { step: 'governance:' + item.id, text: 'Governance item omitted, since it has no hours: ' + $.text.cut($.text.named(item.name, 'Governance ' + item.id), 80) }
    for item in items
    if !(item.hours > 0)
  ],

  // prorated over the phases with effort, aligned to one phase, or of the project as a whole
  allocation(item, phaseIds):: if item.phaseId != null && std.objectHas(phaseIds, item.phaseId) then 'aligned'
                     else if item.allocation != null && std.startsWith(item.allocation, 'prorate') then 'prorated'
                     else 'project',
}
