package io.scopebridge.practice.connectwise;

/** The records that people and integrations write. */
interface Models {

    Model OPPORTUNITY = Model.of("opportunities", "opportunity", """
        required name primarySalesRep company contact
        read closedDate closedBy pipelineChangeDate
        int locationId businessUnitId companyLocationId
        number totalSalesTax
        text name:100 notes source:50 customerPO:25
        date expectedCloseDate pipelineChangeDate dateBecameLead closedDate
        ref type>opportunityTypes stage>stages status>opportunityStatuses priority probability rating campaign \
        primarySalesRep>members secondarySalesRep>members company>companies contact>contacts site>sites \
        closedBy>members shipToCompany>companies shipToContact>contacts shipToSite>sites billToCompany>companies \
        billToContact>contacts billToSite>sites billingTerms taxCode currency technicalContact>contacts
        list customFields
        links notes_href=/sales/opportunities/{id}/notes forecast_href=/sales/opportunities/{id}/forecast
        """);

    Model PROJECT = Model.of("projects", "project", """
        required name board company billingMethod estimatedStart estimatedEnd
        read actualEnd actualStart actualHours percentComplete scheduledEnd scheduledStart scheduledHours closedFlag
        int projectTemplateId
        number actualHours billingAmount budgetHours downpayment percentComplete estimatedExpenseRevenue estimatedHours \
        estimatedProductRevenue estimatedTimeRevenue scheduledHours poAmount estimatedTimeCost estimatedExpenseCost \
        estimatedProductCost
        text name:100 description customerPO:50 billingAttention:50
        date actualEnd actualStart estimatedEnd estimatedStart scheduledEnd scheduledStart billingStartDate
        flag billProjectAfterClosedFlag billUnapprovedTimeAndExpense budgetFlag includeDependenciesFlag \
        includeEstimatesFlag restrictDownPaymentFlag closedFlag doNotDisplayInPortalFlag overridePercentComplete \
        showOverridePercentFlag
        choice billExpenses=Billable|DoNotBill|NoCharge|NoDefault billProducts=Billable|DoNotBill|NoCharge|NoDefault \
        billTime=Billable|DoNotBill|NoCharge|NoDefault billingMethod=ActualRates|FixedFee|NotToExceed|OverrideRate \
        billingRateType=StaffMember|WorkRole budgetAnalysis=ActualHours|BillableHours
        ref board>boards company>companies contact>contacts site>sites status>projectStatuses type>projectTypes \
        manager>members timeApprover>members expenseApprover>members opportunity>opportunities agreement \
        location>locations department>departments companyLocation>locations billingTerms taxCode currency \
        billToCompany>companies billToContact>contacts billToSite>sites shipToCompany>companies \
        shipToContact>contacts shipToSite>sites
        list customFields
        links project_href=/project/projects/{id} phases_href=/project/projects/{id}/phases
        """);

    Model PHASE = Model.of("phases", "projectPhase", """
        required description
        read projectId actualHours actualStart actualEnd
        int projectId locationId businessUnitId
        number scheduledHours actualHours budgetHours hourlyRate downpayment poAmount estimatedTimeCost \
        estimatedExpenseCost estimatedProductCost estimatedTimeRevenue estimatedExpenseRevenue estimatedProductRevenue
        text description:100 wbsCode:50 notes scheduledStart scheduledEnd actualStart actualEnd startDate endDate \
        poNumber:25
        date deadlineDate billingStartDate
        flag markAsMilestoneFlag billSeparatelyFlag billPhaseClosedFlag billProjectClosedFlag
        choice billTime=Billable|DoNotBill|NoCharge|NoDefault billExpenses=Billable|DoNotBill|NoCharge|NoDefault \
        billProducts=Billable|DoNotBill|NoCharge|NoDefault \
        billingMethod=ActualRates|FixedFee|NotToExceed|OverrideRate
        ref board>boards status>phaseStatuses parentPhase>phases opportunity>opportunities agreement \
        department>departments currency billingTerms taxCode billToCompany>companies billToContact>contacts \
        billToSite>sites shipToCompany>companies shipToContact>contacts shipToSite>sites
        list customFields
        links project_href=/project/projects/{projectId}
        """);

    Model TICKET = Model.of("tickets", "ticket", """
        required summary phase
        read closedDate closedBy closedFlag actualHours resources mobileGuid
        write initialDescription initialInternalAnalysis initialResolution processNotifications skipCallback \
        contactEmailLookup tasks
        int knowledgeBaseCategoryId knowledgeBaseSubCategoryId knowledgeBaseLinkId predecessorId lagDays duration
        number budgetHours actualHours subBillingAmount
        text summary:100 wbsCode:50 siteName:156 addressLine1:50 addressLine2:50 city:50 stateIdentifier:50 zip:12 \
        contactName:62 contactPhoneNumber:20 contactPhoneExtension:15 contactEmailAddress:250 agreementType \
        automaticEmailCc:1000 closedDate closedBy subDateAccepted resources mobileGuid initialDescription \
        initialInternalAnalysis initialResolution contactEmailLookup
        date requiredDate estimatedStartDate scheduleStartDate scheduleEndDate
        flag isIssueFlag allowAllClientsPortalView customerUpdatedFlag automaticEmailContactFlag \
        automaticEmailResourceFlag automaticEmailCcFlag closedFlag approved predecessorClosedFlag \
        lagNonworkingDaysFlag processNotifications skipCallback
        choice predecessorType=Ticket|Phase billTime=Billable|DoNotBill|NoCharge|NoDefault \
        billExpenses=Billable|DoNotBill|NoCharge|NoDefault billProducts=Billable|DoNotBill|NoCharge|NoDefault \
        subBillingMethod=ActualRates|FixedFee|NotToExceed|OverrideRate \
        knowledgeBaseLinkType=Activity|ProjectIssue|KnowledgeBaseArticle|ProjectTicket|ServiceTicket|Time
        ref project>projects phase>phases board>boards status>boardStatuses company>companies site>sites \
        contact>contacts owner>members workRole>workRoles workType>workTypes priority>priorities \
        opportunity>opportunities agreement location>locations department>departments source type subType item \
        country serviceLocation currency
        list customFields tasks
        links ticket_href=/project/tickets/{id} tasks_href=/project/tickets/{id}/tasks
        """);

    Model TASK = Model.of("tasks", "ticketTask", """
        read ticketId
        int ticketId priority childTicketId
        text notes resolution summary
        flag closedFlag
        choice childScheduleAction=Transfer|Delete|Done
        ref schedule code member>members
        links ticket_href=/project/tickets/{ticketId}
        """);

    Model FORECAST_ITEM = Model.of("forecastItems", "forecastItem", """
        required opportunity status forecastType
        read margin bill teStatusID billingLogRecID convertedRecID convertedAGRDetailRecID quantityCancelled linkFlag
        int teStatusID billingLogRecID convertedRecID convertedAGRDetailRecID percentage quoteWerksQuantity cycles \
        subNumber
        number quantity quantityCancelled revenue cost margin recurringRevenue recurringCost sequenceNumber
        text forecastDescription:50 bill productDescription productClass quoteWerksDocNo:20 quoteWerksDocName:255 \
        cycleBasis
        date recurringDateStart recurringDateEnd
        flag includeFlag linkFlag recurringFlag taxableFlag
        choice forecastType=Service|Product|Agreement|Other1|Other2
        ref opportunity>opportunities status>opportunityStatuses catalogItem billCycle>billingCycles
        """);

    Model ORDER = Model.of("orders", "order", """
        required company status salesRep
        number total taxTotal subTotal
        text phone phoneExt email poNumber:50 notes description
        date orderDate dueDate
        flag billClosedFlag billShippedFlag
        ref company>companies contact>contacts site>sites status>orderStatuses opportunity>opportunities \
        salesRep>members location>locations department>departments
        list productIds documentIds invoiceIds configIds customFields
        """);

    Model CALLBACK = Model.of("callbacks", "callback", """
        required url objectId type level
        read memberId
        int objectId memberId
        text description:100 url type level payloadVersion
        flag inactiveFlag isSoapCallbackFlag isSelfSuppressedFlag
        """);
}
