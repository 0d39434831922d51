// The project, new or existing, and the template that is applied to a new one.
// all: the project plan.
function(all)
{
  project:: {
    local part = self,
    origin:: 'ScopeStack: ' + all.bundle.project.webUrl,
    texts:: all.plan.texts('project', all.bundle.project.name, 'Project ' + all.bundle.project.id, 100, all.bundle.project.description, 3998 - std.length(part.origin)),
    warnings: part.texts.warnings,
    step: {
      key: 'project',
      title: 'Project: ' + part.texts.whole,
      mode: 'create',
      call: {
        method: 'POST',
        path: '/project/projects',
        id: '/id',
        body: {
          name: part.texts.name,
          board: { id: all.plan.number(all.board.id) },
          company: { id: all.plan.number(all.tenant.company.id) },
          [if all.opportunity != null then 'opportunity']: { id: all.plan.number(all.opportunity.id) },
          billingMethod: all.billingMethod,
          estimatedStart: all.dates.midnight(all.options.estimatedStart),
          estimatedEnd: all.dates.midnight(all.options.estimatedEnd),
          estimatedHours: all.totalHours,
          description: if part.texts.description == '' then part.origin else part.texts.description + '\n\n' + part.origin,
        },
      },
      // Compared by the hub: ConnectWise cannot quote text in a condition.
      find: {
        method: 'GET',
        path: '/project/projects',
        query: all.encoded('company/id = ' + all.tenant.company.id),
        rows: '',
        id: '/id',
        marker: { '/description': all.marker },
      },
    },
  },

  // Looked up to record the project in the ledger; it is not changed. Nothing is sent unless the
  // project was deleted after it was read, and then it is rejected.
  existingProject:: {
    warnings: [],
    step: {
      key: 'project',
      title: 'Project: ' + all.existing.name,
      mode: 'create',
      call: { method: 'PATCH', path: '/project/projects/' + all.existing.id, id: '/id', body: [] },
      find: { method: 'GET', path: '/project/projects', query: all.encoded('id = ' + all.existing.id), rows: '', id: '/id', match: { '/id': all.existing.id } },
    },
  },

  // Adds its whole plan each time, so it is never repeated automatically. The response contains the project; our phases refer
  // to this step and so come after the template's.
  template:: {
    warnings: [],
    step: {
      key: 'template',
      title: 'Template ' + all.templateId,
      mode: 'once',
      call: { method: 'POST', path: '/project/projects/${project}/applyTemplate/' + all.templateId, id: '/projectId' },
      [if std.length($.templatePhases) > 0 then 'find']: {
        method: 'GET',
        path: '/project/projects/${project}/projectWorkplan',
        rows: '/phases',
        id: '/projectId',
        match: $.templateMatch,
      },
    },
  },
  templatePhases:: std.get(all.tenant, 'templatePhases', []),
  ourNames:: { [all.text.cut(all.text.named(phase.name, 'Phase ' + phase.id), 100)]: true for phase in all.allPhases },
  foreignPhases:: [phase for phase in $.templatePhases if !std.objectHas($.ourNames, std.get(phase, 'description', ''))],
  // It counts as applied if one of its phases exists. A phase with the same name as ours is distinguished by its code.
  templateMatch:: if std.length($.foreignPhases) > 0 then { '/description': $.foreignPhases[0].description }
                  else { '/description': $.templatePhases[0].description, '/wbsCode': std.get($.templatePhases[0], 'wbsCode', null) },
}
