package io.scopebridge.practice.connectwise;

/** The records that are only read here: set-up tables and master data. */
interface SetupModels {

    Model OPPORTUNITY_STATUS = Model.of("opportunityStatuses", "opportunityStatus", """
        text name:30 enteredBy
        flag wonFlag lostFlag closedFlag inactiveFlag defaultFlag
        date dateEntered
        """);

    Model OPPORTUNITY_TYPE = Model.of("opportunityTypes", "opportunityType", """
        text description:30
        flag inactiveFlag
        """);

    Model STAGE = Model.of("stages", "opportunityStage", """
        int sequenceNumber
        text name:50 color:25
        ref probability
        """);

    Model PROJECT_STATUS = Model.of("projectStatuses", "projectStatus", """
        text name:30
        flag defaultFlag inactiveFlag noTimeFlag closedFlag
        ref statusIndicator
        """);

    Model PHASE_STATUS = Model.of("phaseStatuses", "phaseStatus", """
        text name:30
        flag defaultFlag inactiveFlag closedFlag
        list boardAssociationIds
        """);

    Model PROJECT_TYPE = Model.of("projectTypes", "projectType", """
        text name:30
        flag defaultFlag inactiveFlag
        """);

    Model BOARD = Model.of("boards", "board", """
        text name:50
        flag projectFlag inactiveFlag
        choice billTime=Billable|DoNotBill|NoCharge|NoDefault
        ref location>locations department>departments workRole>workRoles workType>workTypes
        """);

    Model BOARD_STATUS = Model.of("boardStatuses", "boardStatus", """
        int sortOrder
        text name:50
        flag displayOnBoard inactive closedStatus timeEntryNotAllowed defaultFlag
        ref board>boards
        """);

    Model COMPANY = Model.of("companies", "company", """
        text identifier:30 name:50 addressLine1:50 addressLine2:50 city:50 state:50 zip:12 phoneNumber:30 website:255
        date dateAcquired dateDeleted
        flag leadFlag deletedFlag isVendorFlag
        ref status country territory territoryManager>members defaultContact>contacts site>sites
        list types customFields
        links contacts_href=/company/contacts?conditions=company/id={id} sites_href=/company/companies/{id}/sites
        """);

    Model SITE = Model.of("sites", "companySite", """
        text name:156 addressLine1:50 city:50 zip:12
        flag primaryAddressFlag inactiveFlag
        ref company>companies
        """);

    Model CONTACT = Model.of("contacts", "contact", """
        text firstName lastName title
        flag inactiveFlag defaultFlag
        ref company>companies site>sites
        list communicationItems types
        """);

    Model MEMBER = Model.of("members", "member", """
        text identifier:15 firstName lastName primaryEmail officeEmail title
        flag inactiveFlag
        choice licenseClass=F|A|C|X
        ref securityRole
        """);

    Model SECURITY = Model.of("mySecurity", "mySecurity", """
        int sortOrder
        text moduleFunctionName moduleFunctionIdentifier moduleIdentifier moduleName moduleDescription
        flag myAllFlag reportFlag restrictFlag customFlag
        choice addLevel=None|My|All editLevel=None|My|All deleteLevel=None|My|All inquireLevel=None|My|All
        ref member>members
        """);

    Model BILLING_CYCLE = Model.of("billingCycles", "billingCycle", """
        text identifier:5 name:50
        flag defaultFlag
        choice billingOptions=BiMonthly|BiWeekly|Monthly|NotRecurring|Quarterly|SemiAnnual|Weekly|Yearly
        """);

    Model WORK_ROLE = Model.of("workRoles", "workRole", "text name:50\nflag inactiveFlag\nnumber hourlyRate");

    Model WORK_TYPE = Model.of("workTypes", "workType", "text name:50\nflag inactiveFlag");

    Model PRIORITY = Model.of("priorities", "priority", "text name:50 color\nflag defaultFlag\nint sortOrder");

    Model LOCATION = Model.of("locations", "location", "text name:50\nint ownerLevelId");

    Model DEPARTMENT = Model.of("departments", "department", "text identifier:15 name:50");

    Model CATALOG = Model.of("catalogItems", "catalogItem", "text identifier:60 description:60\nflag inactiveFlag");

    Model AGREEMENT = Model.of("agreements", "agreement", "text name:100\nflag cancelledFlag\nref company>companies");

    Model ORDER_STATUS = Model.of("orderStatuses", "orderStatus", """
        int sortOrder
        text name:50
        flag closedFlag defaultFlag inactiveFlag
        """);

    Model TEMPLATE = Model.of("projectTemplates", "projectTemplate", "text name:200 description\nref type>projectTypes");

    Model TEMPLATE_PHASE = Model.of("templatePhases", "projectTemplatePhase", """
        int templateRecId
        number budgetHours
        text description wbsCode notes
        flag markAsMilestone
        """);

    Model TEMPLATE_TICKET = Model.of("templateTickets", "projectTemplateTicket", """
        int projectTemplateId projectTemplatePhaseId
        number budgetHours
        text description:100 wbsCode:50 notes
        """);
}
