package io.scopebridge.practice.autotask;

/** The picklists of the practice tenant. */
final class PicklistFixture {

    /** Entity, field, then value=label; * after the value marks the default, - an inactive value, ! a system value. */
    private static final String LISTS = """
        Opportunities status 0!=Not Ready To Buy|1*!=Active|2!=Lost|3!=Closed|4!=Implemented
        Opportunities stage 9-=Old pipeline|11*=Qualification|14=Discovery|15=Solution design|17=Proposal sent|21=Negotiation|23=Verbal agreement
        Opportunities opportunityCategoryID 1*=Standard|2=Managed services|3-=Retired category
        Opportunities leadSource 1=Referral|2=Website|3=Existing customer
        Opportunities lossReason 1=Price|2=Timing|3=Competitor
        Opportunities winReason 1=Relationship|2=Price|3=Expertise
        Opportunities rating 1=Hot|2=Warm|3=Cold
        Opportunities primaryCompetitor 1=Litware|2=Proseware
        Opportunities revenueSpreadUnit Months=Months|Years=Years
        Projects status 1*!=New|2=In Progress|5!=Complete|7=Inactive|9-=Waiting Approval (old)
        Projects projectType 2!=Proposal|3!=Template|4!=Internal|5*!=Client|8!=Baseline
        Projects department 29682833*=Professional Services|29682834=Managed Services|29682835=Sales
        Tasks status 1*!=New|5!=Complete|8=In Progress|10-=On Hold (old)
        Tasks taskType 1*!=Fixed Work|2!=Fixed Duration
        Tasks priorityLabel 1=High|2*=Normal|3=Low|4-=Whenever
        Tasks taskCategoryID 1*=Standard|2=Governance
        Tasks departmentID 29682833*=Professional Services|29682834=Managed Services|29682835=Sales
        ProjectNotes noteType 1*=Project notes|5=Project status
        ProjectNotes publish 1*!=All Autotask Users|2!=Internal Project Team|3!=Project Team
        Companies companyType 1*!=Customer|2!=Lead|3!=Prospect|7!=Vendor
        """;

    private PicklistFixture() {
    }

    static void fill(Picklists picklists) {
        LISTS.lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            for (String entry : parts[2].split("\\|")) {
                String[] value = entry.split("=", 2);
                picklists.set(parts[0], parts[1], value[0].replaceAll("[*!-]", ""), value[1], !value[0].contains("-"),
                    value[0].contains("*"), value[0].contains("!"));
            }
        });
    }
}
