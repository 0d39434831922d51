package io.scopebridge.practice.autotask;

/** The fields of projects and of what is below them. */
final class ProjectFields {

    static final String PROJECT = """
        id long readonly
        actualBilledHours decimal readonly
        actualHours decimal readonly
        changeOrdersBudget decimal readonly noquery
        changeOrdersRevenue decimal readonly
        companyID integer required once >Companies
        companyOwnerResourceID integer readonly >Resources
        completedDateTime datetime
        completedPercentage integer readonly
        contractID integer >Contracts
        createDateTime datetime readonly
        creatorResourceID integer readonly >Resources
        department integer picklist
        description string(8000)
        duration integer readonly
        endDateTime datetime required day
        estimatedSalesCost decimal
        estimatedTime decimal readonly
        extProjectNumber string(50)
        extProjectType integer noquery
        impersonatorCreatorResourceID integer readonly >Resources
        laborEstimatedCosts decimal
        laborEstimatedMarginPercentage decimal readonly
        laborEstimatedRevenue decimal
        lastActivityDateTime datetime readonly
        lastActivityPersonType integer readonly
        lastActivityResourceID integer readonly >Resources
        opportunityID integer >Opportunities
        organizationalLevelAssociationID integer >OrganizationalLevelAssociations
        originalEstimatedRevenue decimal
        projectCostEstimatedMarginPercentage decimal readonly
        projectCostsBudget decimal
        projectCostsRevenue decimal
        projectLeadResourceID integer >Resources
        projectName string(100) required
        projectNumber string(50) readonly
        projectType integer required picklist
        purchaseOrderNumber string(50)
        sgda decimal
        startDateTime datetime required day
        status integer required picklist
        statusDateTime datetime
        statusDetail string(2000)
        userDefinedFields udfs
        """;

    static final String PHASE = """
        id long readonly
        createDate datetime readonly
        creatorResourceID integer readonly >Resources
        description string(8000)
        dueDate datetime day
        estimatedHours decimal readonly
        externalID string(50)
        isScheduled boolean readonly
        lastActivityDateTime datetime readonly
        parentPhaseID integer >Phases
        phaseNumber string(50) readonly
        projectID integer required once >Projects
        startDate datetime day
        title string(255) required
        userDefinedFields udfs
        """;

    static final String TASK = """
        id long readonly
        assignedResourceID integer >Resources
        assignedResourceRoleID integer >Roles
        billingCodeID integer >BillingCodes
        canClientPortalUserCompleteTask boolean
        companyLocationID integer >CompanyLocations
        completedByResourceID integer readonly >Resources
        completedByType integer readonly
        completedDateTime datetime readonly
        createDateTime datetime readonly
        creatorResourceID integer readonly >Resources
        creatorType integer readonly
        departmentID integer picklist >Departments
        description string(8000)
        endDateTime datetime
        estimatedHours decimal
        externalID string(50)
        hoursToBeScheduled decimal readonly
        isTaskBillable boolean readonly
        isVisibleInClientPortal boolean
        lastActivityDateTime datetime readonly
        lastActivityPersonType integer readonly
        lastActivityResourceID integer readonly >Resources
        phaseID integer >Phases
        priority integer
        priorityLabel integer picklist
        projectID integer required once >Projects
        purchaseOrderNumber string(50)
        remainingHours decimal noquery
        startDateTime datetime
        status integer required picklist
        taskCategoryID integer picklist
        taskNumber string(50) readonly
        taskType integer required picklist
        title string(255) required
        userDefinedFields udfs
        """;

    static final String NOTE = """
        id long readonly
        createDateTime datetime readonly
        creatorResourceID integer readonly >Resources
        description string(32000) required
        isAnnouncement boolean required
        lastActivityDate datetime readonly
        noteType integer required picklist
        projectID integer required once >Projects
        publish integer required picklist
        title string(250) required
        """;

    private ProjectFields() {
    }
}
