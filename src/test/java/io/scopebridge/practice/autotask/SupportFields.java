package io.scopebridge.practice.autotask;

/** The fields of companies, people, departments and what work is booked on. */
final class SupportFields {

    static final String COMPANY = """
        id long readonly
        address1 string(128)
        address2 string(128)
        city string(30)
        companyName string(100) required
        companyNumber string(50)
        companyType integer required picklist
        countryID integer
        createDate datetime readonly
        currencyID integer
        isActive boolean
        lastActivityDate datetime readonly
        lastTrackedModifiedDateTime datetime readonly
        ownerResourceID integer required >Resources
        parentCompanyID integer >Companies
        phone string(25) required
        postalCode string(10)
        state string(40)
        userDefinedFields udfs
        webAddress string(255)
        """;

    static final String CONTACT = """
        id long readonly
        companyID integer required once >Companies
        createDate datetime readonly
        emailAddress string(254)
        externalID string(50)
        firstName string(50) required
        isActive integer required
        lastActivityDate datetime readonly
        lastModifiedDate datetime readonly
        lastName string(50) required
        phone string(25)
        title string(50)
        """;

    static final String RESOURCE = """
        id long readonly
        email string
        firstName string
        isActive boolean
        lastName string
        licenseType integer
        resourceType string
        title string
        userName string
        userType integer
        """;

    static final String DEPARTMENT = """
        id long readonly
        description string
        name string required
        number string
        primaryLocationID integer required
        """;

    static final String ROLE = """
        id long readonly
        hourlyFactor decimal required
        hourlyRate decimal required
        isActive boolean required
        isSystemRole boolean
        name string required
        roleType integer
        """;

    static final String BILLING_CODE = """
        id long readonly
        billingCodeType integer readonly
        department integer readonly
        externalNumber string readonly
        isActive boolean readonly
        name string readonly
        taxCategoryID integer readonly
        unitCost decimal readonly
        unitPrice decimal readonly
        useType integer readonly
        """;

    static final String RESOURCE_ROLE_DEPARTMENT = """
        id long readonly
        departmentID integer readonly >Departments
        isActive boolean readonly
        isDefault boolean readonly
        isDepartmentLead boolean readonly
        resourceID integer readonly >Resources
        roleID integer readonly >Roles
        """;

    private SupportFields() {
    }
}
