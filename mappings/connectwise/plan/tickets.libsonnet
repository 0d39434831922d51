// Phases, the tickets of services and governance items in them, and the tasks of sub-services in tickets.
// all: the project plan.
local reference(key) = '${' + key + '}';

function(all)
{
  phase(phase, position):: {
    local part = self,
    key:: 'phase:' + phase.id,
    texts:: all.plan.texts(part.key, phase.name, 'Phase ' + phase.id, 100, '', 4000),
    warnings: part.texts.warnings,
    marker:: 'ScopeStack project ' + all.bundle.project.id + ', phase ' + phase.id,
    path:: '/project/projects/' + all.phasesOwner + '/phases',
    step: {
      key: part.key,
      title: 'Phase: ' + part.texts.whole,
      mode: 'create',
      // Without a code, ConnectWise numbers phases in order of creation.
      [if !all.isNew || all.withTemplate then 'inOrder']: true,
      call: {
        method: 'POST',
        path: part.path,
        id: '/id',
        body: {
          description: part.texts.name,
          // After a template or in an existing project, ConnectWise continues the numbering.
          [if all.isNew && !all.withTemplate then 'wbsCode']: '' + position,
          notes: if part.texts.description == '' then part.marker else part.texts.description + '\n\n' + part.marker,
        },
      },
      // In an existing project, a phase with the same name is used.
      find: { method: 'GET', path: part.path, rows: '', id: '/id', marker: { '/notes': part.marker }, match: { '/description': part.texts.name } },
    },
  },

  // All tickets of the project share one listing.
  ticket(key, phaseId, name, otherwise, description, budget):: {
    local part = self,
    texts:: all.plan.texts(key, name, otherwise, 100, description, 8000),
    warnings: part.texts.warnings,
    covers:: null,
    phaseReference:: reference('phase:' + phaseId),
    step: {
      key: key,
      title: 'Ticket: ' + part.texts.whole,
      mode: 'create',
      [if part.covers != null then 'covers']: part.covers,
      // ConnectWise shows the tickets of a phase in order of creation; their tasks are sent in between.
      inOrder: true,
      call: {
        method: 'POST',
        path: '/project/tickets',
        id: '/id',
        body: {
          summary: part.texts.name,
          project: { id: all.projectId },
          phase: { id: part.phaseReference },
          [if all.board != null then 'board']: { id: all.plan.number(all.board.id) },
          [if all.statusGiven then 'status']: { id: all.plan.number(all.status.id) },
          budgetHours: all.hours.exact(budget),
          [if part.texts.description != '' then 'initialDescription']: part.texts.description,
          // Otherwise each ticket sends e-mails, also to customers.
          processNotifications: false,
        },
      },
      find: {
        method: 'GET',
        path: '/project/tickets',
        query: all.encoded('project/id = ') + all.projectId,
        rows: '',
        id: '/id',
        match: { '/summary': part.texts.name, '/phase/id': part.phaseReference },
      },
    },
  },

  contents(service):: if all.withTasks || std.length(service.subservices) == 0 then ''
                      else 'Includes:\n' + std.join('\n', ['- ' + all.text.named(sub.name, 'Sub-service ' + sub.id) for sub in service.subservices]),
  descriptionOf(service):: std.join('\n\n', [part for part in [service.description, $.contents(service)] if part != '']),

  // ConnectWise converts line breaks to spaces; a single-line text is found as it was sent.
  task(service, sub, position):: {
    local part = self,
    key:: 'task:' + sub.id,
    about:: all.text.oneLine(sub.description),
    texts:: all.plan.texts(part.key, if part.about == '' then sub.name else part.about, 'Sub-service ' + sub.id, 4000, '', 4000),
    warnings: if part.texts.named then [] else [{
      step: part.key,
      text: 'The text of the task is truncated to 4000 characters; the full text is in ScopeStack: ' + all.text.cut(part.texts.whole, 80),
    }],
    path:: '/project/tickets/' + reference('ticket:' + service.id) + '/tasks',
    step: {
      key: part.key,
      title: 'Task: ' + all.text.cut(part.texts.whole, 200),
      mode: 'create',
      call: {
        method: 'POST',
        path: part.path,
        id: '/id',
        // The version determines which of the two texts is shown.
        body: { notes: part.texts.name, summary: all.text.cut(part.texts.name, 100), priority: position, closedFlag: false },
      },
      find: { method: 'GET', path: part.path, rows: '', id: '/id', match: { '/notes': part.texts.name } },
    },
  },

  ticketOf(service):: $.ticket('ticket:' + service.id, all.phaseIdOf(service), service.name, 'Service ' + service.id, $.descriptionOf(service), service.totalHours),
  workOf(service):: [$.ticketOf(service)] + (
    if all.withTasks then std.mapWithIndex(function(i, sub) $.task(service, sub, i + 1), service.subservices) else []
  ),

  governanceTicket(item, part):: $.ticket(part.key, if part.phaseId == null then 'governance' else part.phaseId, item.name, 'Governance ' + item.id, '', part.hours)
                                + { covers:: std.get(part, 'covers', null) },
}
