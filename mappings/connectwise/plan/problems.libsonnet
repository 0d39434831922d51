// What ConnectWise would refuse, found before anything is written.
// all: the project plan.
function(all)
{
  result:: (if all.isNew then all.plan.dateProblems(all.options) else [])
           + $.existingProblems + $.boardProblems + $.companyProblems + $.statusProblems + $.templateProblems + $.billingProblems,
  created:: std.get(all.tenant, 'created', null),
  existingProblems::
    if all.pushedId != null && $.created == null && all.existing == null && all.choice == 'new'
    then [all.plan.problem('project', 'MISSING_REFERENCE', 'The ConnectWise project ' + all.pushedId + ' of this project no longer exists, or the API member has no right to see it.', 'To create it again, submit a copy of the ScopeStack project.')]
    else if $.created != null && all.plan.flags.isYes(std.get($.created, 'closedFlag', null))
    then [all.plan.problem('project', 'VALIDATION', "The ConnectWise project '" + $.created.name + "' that was created for this project is closed.", 'Reopen it in ConnectWise under Project > Project Search, then submit again.')]
    else if all.pushedId != null && all.choice != 'new' && '' + all.choice != '' + all.pushedId
    then [all.plan.problem('project', 'VALIDATION', 'This project was already pushed to the ConnectWise project ' + all.pushedId + '; it cannot be pushed to ' + all.choice + ' as well.', 'Omit the option project to add to ' + all.pushedId + '.')]
    else if all.isNew then []
    else if all.existing == null
    then [all.plan.problem('project', 'MISSING_REFERENCE', "The ConnectWise project '" + all.options.project + "' does not exist, or the API member has no right to see it.", 'Choose another project, or a new one.')]
    else if all.plan.flags.isYes(std.get(all.existing, 'closedFlag', null))
    then [all.plan.problem('project', 'VALIDATION', "The ConnectWise project '" + all.existing.name + "' is closed.", 'Reopen it in ConnectWise under Project > Project Search, or choose another project.')]
    else [],
  boardProblems:: if all.isNew || all.boardChoice != null && all.boardChoice != ''
                  then all.plan.choiceProblems('board', 'The project board', all.tenant.boards, all.boardChoice, 'ConnectWise') else [],
  chosenCompany:: all.text.oneLine(std.get(all.options, 'company', null)),
  companyProblems::
    if !all.isNew then []
    else if std.objectHas(all.tenant, 'alike')
    then [all.plan.alikeProblem('ConnectWise', if $.chosenCompany == '' then all.bundle.client.name else $.chosenCompany, all.tenant.alike, 'Set the option company to the id of the right one, or link the project to an opportunity of it.')]
    else if all.tenant.company == null
    then [all.plan.problem('company', 'MISSING_REFERENCE', "The ConnectWise company of the client '" + all.bundle.client.name + "' does not exist, or no longer.", 'Set the option company (name or id), or link the project to an opportunity of that company.')]
    else if !all.plan.usable(all.tenant.company)
    then [all.plan.problem('company', 'MISSING_REFERENCE', "The company '" + all.tenant.company.name + "' is inactive or deleted in ConnectWise.", 'Activate it under Companies > Company Search in ConnectWise, or choose another company.')]
    else [],
  boardName:: if all.board == null then 'of the project' else "'" + std.get(all.board, 'name', all.board.id) + "'",
  statusProblems:: if std.length($.boardProblems) > 0 then []
                   else if all.statusGiven then all.plan.choiceProblems('ticketStatus', 'The ticket status', all.boardStatuses, all.statusChoice, 'ConnectWise on the board ' + $.boardName)
                   else $.defaultStatusProblems,
  // Without one, ConnectWise refuses every ticket after the project was created. A status that does not say whether it is the default decides nothing.
  noDefault(status):: std.get(status, 'defaultFlag', null) == false || !all.plan.usable(status),
  defaultStatusProblems::
    if all.board == null || all.tenant.ticketStatuses == null || !std.get(all.tenant, 'statusesRead', false) then []
    else if std.length([status for status in all.boardStatuses if all.plan.usable(status)]) == 0
    then [all.plan.problem('board', 'CONFIGURATION', 'The board ' + $.boardName + ' has no active ticket status in ConnectWise.', 'Add one under System > Setup Tables > Service Board > the board > Statuses, or choose another board.')]
    else if std.length([status for status in all.boardStatuses if !$.noDefault(status)]) == 0
    then [all.plan.problem('ticketStatus', 'CONFIGURATION', 'The board ' + $.boardName + ' has no default ticket status in ConnectWise.', 'Mark an active status as the default under System > Setup Tables > Service Board > the board > Statuses, or choose the initial ticket status: one of ' + all.plan.names(all.boardStatuses) + '.')]
    else [],
  billingProblems::
    if !all.isNew || std.member(['ActualRates', 'FixedFee', 'NotToExceed', 'OverrideRate'], all.billingMethod) then []
    else [all.plan.problem('billingMethod', 'VALIDATION', "'" + all.billingMethod + "' is not a billing method.", 'Choose one of ActualRates, FixedFee, NotToExceed, OverrideRate.')],
  templateProblems::
    if all.withTemplate && std.get(all.tenant, 'templateMissing', false)
    then [all.plan.problem('template', 'MISSING_REFERENCE', "The project template '" + all.templateId + "' does not exist, or no longer, in ConnectWise, or this version has no templates.", 'Choose another template, or none.')]
    else [],
}
