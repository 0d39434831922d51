/** The help page of the console, in Markdown. */
export const help = `## ScopeBridge

**Overview** shows the status of every connection. **Connected apps** connects ScopeStack to a PSA. **Opportunities** lists the
opportunities of the PSA. **Projects** previews, creates and resubmits projects in the PSA. **Log** lists every failure with its
cause and remedy; replay it after you fix the cause. **Mappings** shows how data is mapped, and tries a draft of it. **Alerts** notifies people by e-mail, Slack, Teams or a webhook when a problem
opens and when it is over. **Audit** shows who did what. **Users**, for admins, adds users and changes
their roles and passwords; **Account** changes your own password.

Each page links to its part of the [manual](/manual/index).
`
