package io.scopebridge.practice.autotask;

/** The fields of opportunities and quotes. */
final class SalesFields {

    static final String OPPORTUNITY = """
        id long readonly
        advancedField1 decimal
        advancedField2 decimal
        advancedField3 decimal
        advancedField4 decimal
        advancedField5 decimal
        amount decimal required
        assessmentScore decimal readonly
        barriers string(500)
        closedDate datetime
        companyID integer required >Companies
        contactID integer >Contacts
        cost decimal required
        createDate datetime
        creatorResourceID integer readonly >Resources
        description string(8000)
        helpNeeded string(500)
        impersonatorCreatorResourceID integer readonly >Resources
        lastActivity datetime readonly
        leadSource integer picklist
        lossReason integer picklist
        lossReasonDetail string(500)
        lostDate datetime
        market string(500)
        monthlyCost decimal
        monthlyRevenue decimal
        nextStep string(500)
        onetimeCost decimal
        onetimeRevenue decimal
        opportunityCategoryID integer picklist
        organizationalLevelAssociationID integer >OrganizationalLevelAssociations
        ownerResourceID integer required >Resources
        primaryCompetitor integer picklist
        probability integer required
        productID integer >Products
        projectedCloseDate datetime required
        promisedFulfillmentDate datetime
        promotionName string(50)
        quarterlyCost decimal
        quarterlyRevenue decimal
        rating integer picklist
        relationshipAssessmentScore decimal readonly
        revenueSpread integer
        revenueSpreadUnit string(6) picklist
        salesOrderID integer readonly >SalesOrders
        salesProcessPercentComplete decimal readonly
        semiannualCost decimal
        semiannualRevenue decimal
        stage integer required picklist
        startDate datetime required
        status integer required picklist
        technicalAssessmentScore decimal readonly
        throughDate datetime
        title string(128) required
        totalAmountMonths integer
        useQuoteTotals boolean required
        userDefinedFields udfs
        winReason integer picklist
        winReasonDetail string(500)
        yearlyCost decimal
        yearlyRevenue decimal
        """;

    static final String QUOTE = """
        id long readonly
        billToLocationID integer required
        companyID integer >Companies
        contactID integer >Contacts
        createDate datetime readonly
        creatorResourceID integer readonly >Resources
        description string(2000)
        effectiveDate datetime required
        expirationDate datetime required
        externalQuoteNumber string(50)
        isActive boolean
        lastActivityDate datetime readonly
        name string(100) required
        opportunityID integer required once >Opportunities
        primaryQuote boolean
        proposalProjectID integer >Projects
        quoteNumber integer readonly
        shipToLocationID integer required
        soldToLocationID integer required
        """;

    private SalesFields() {
    }
}
