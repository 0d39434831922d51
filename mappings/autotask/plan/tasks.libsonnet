// The tasks of services, by the choice of tasks. A service that already has tasks keeps them as they are, whatever is chosen now; only what no
// existing task contains is added.
// plan: the project plan. A task covers parts of the scope: service:<id> (the service's own hours) and subservice:<id>.
function(ds, plan)
local own(service) = 'service:' + service.id;
local ofSub(sub) = 'subservice:' + sub.id;
local ofPhase(id) = 'phase-task:' + id;
local partsOf(service) = [own(service)] + [ofSub(sub) for sub in service.subservices];
{
  earlier:: plan.earlier,
  perPhase:: plan.tasksFrom == 'phases',
  // A service that cannot join the task of its phase has one of its own.
  singly:: if $.perPhase then 'services' else plan.tasksFrom,

  // What an existing task contains. Earlier versions did not record it: a service without planned tasks for its sub-services contains them.
  contents(key):: (local covers = $.earlier.covers(key); if covers != null then covers else $.assumed(key)),
  assumed(key):: if std.startsWith(key, 'phase-task:') then std.flatMap(partsOf, [service for service in $.ofPhase(key) if !$.earlier.exists(own(service))])
                 else if std.startsWith(key, 'service:') then std.flatMap(function(service) $.assumedOf(service), std.get($.byKey, key, []))
                 else [key],
  assumedOf(service):: if std.length([sub for sub in service.subservices if $.earlier.planned(ofSub(sub))]) > 0 then [own(service)] else partsOf(service),
  ofPhase(key):: std.get(plan.servicesByPhase, std.substr(key, 11, std.length(key)), []),
  byKey:: ds.groupBy(plan.services, own),
  covered:: ds.groupBy(
    std.flatMap(function(key) [{ part: part, key: key } for part in $.contents(key)],
                [key for key in $.earlier.existing if std.member(['service', 'subservice', 'phase-task'], std.split(key, ':')[0])]),
    function(entry) entry.part
  ),
  isCovered(part):: std.objectHas($.covered, part),
  coveredBy(part, key):: std.length([entry for entry in std.get($.covered, part, []) if entry.key == key]) > 0,
  isStarted(service):: std.length([part for part in partsOf(service) if $.isCovered(part)]) > 0,

  serviceTask(service, estimate, covers):: plan.task(own(service), plan.phaseKey(service), service.name, 'Service ' + service.id, service.description, estimate) + { covers:: covers },
  wholeTask(service):: $.serviceTask(service, service.totalHours, partsOf(service)),
  ownTask(service):: $.serviceTask(service, service.hours, [own(service)]),
  subTask(service, sub):: plan.task(ofSub(sub), plan.phaseKey(service), sub.name, 'Sub-service ' + sub.id, sub.description, sub.hours),
  subTasks(service):: [$.subTask(service, sub) for sub in service.subservices],

  // The service's own hours need a task too; without any, only its sub-services have work.
  needsOwn(service, mode):: mode == 'services-and-subservices' || std.length(service.subservices) == 0 || service.hours > 0,
  chosen(service):: if $.singly == 'services' then [$.wholeTask(service)]
                    else (if $.needsOwn(service, $.singly) then [$.ownTask(service)] else []) + $.subTasks(service),

  // The hours of a service that a task contains.
  hoursIn(service, key):: plan.hours.sum((if $.coveredBy(own(service), key) then [service.hours] else []) + [sub.hours for sub in service.subservices if $.coveredBy(ofSub(sub), key)]),
  existingTask(service):: $.serviceTask(service, $.hoursIn(service, own(service)), $.contents(own(service))),
  completed(service)::
    (if $.earlier.exists(own(service)) then [$.existingTask(service)]
     else if !$.isCovered(own(service)) && $.needsOwn(service, $.singly) then [$.ownTask(service)]
     else [])
    + [$.subTask(service, sub) for sub in service.subservices if $.earlier.exists(ofSub(sub)) || !$.isCovered(ofSub(sub))],

  // The services in the task of a phase: those of the existing one, or else all that have no tasks yet.
  membersOf(id):: if $.earlier.exists(ofPhase(id)) then [service for service in std.get(plan.servicesByPhase, id, []) if $.coveredBy(own(service), ofPhase(id))]
                  else if $.perPhase then [service for service in std.get(plan.servicesByPhase, id, []) if !$.isStarted(service)]
                  else [],
  phaseTask(id, phaseKey, name, otherwise):: {
    key:: ofPhase(id),
    exists:: $.earlier.exists(self.key),
    members:: $.membersOf(id),
    estimate:: plan.hours.sum([if self.exists then $.hoursIn(service, self.key) else service.totalHours for service in self.members]),
    listed:: std.join('\n', ['- ' + plan.text.named(service.name, 'Service ' + service.id) for service in self.members]),
    covers:: if self.exists then $.contents(self.key) else std.flatMap(partsOf, self.members),
    result: if std.length(self.members) == 0 && !self.exists then []
            else (local parts = self.covers; [plan.task(self.key, phaseKey, name, otherwise, self.listed, self.estimate) + { covers:: parts }]),
  }.result,
  phaseTasks:: std.flatMap(function(phase) $.phaseTask(phase.id, if plan.phasesFrom == 'phases' then 'phase:' + phase.id else null, phase.name, 'Phase ' + phase.id), plan.bundle.phases)
               + $.phaseTask('none', null, 'Services without a phase', ''),

  joins(service):: $.perPhase && !$.isStarted(service) && !$.earlier.exists(ofPhase(plan.phaseIdOf(service))),
  tasksOf(service):: if $.isStarted(service) then $.completed(service) else if $.joins(service) then [] else $.chosen(service),
  result: $.phaseTasks + std.flatMap(function(service) $.tasksOf(service), plan.services),

  // Services whose tasks are not what is chosen now.
  keysOf(tasks):: std.set([task.key for task in tasks]),
  kept:: [
    service
    for service in plan.services
    if $.isStarted(service) && $.keysOf($.completed(service)) != (if $.perPhase then [] else $.keysOf($.chosen(service)))
  ],
  warnings:: if std.length($.kept) == 0 then [] else [{
    step: 'project',
    text: 'Services with tasks of an earlier push that another choice of tasks created: ' + std.length($.kept) + '. They keep those tasks; their hours are not created again.',
  }],
}
