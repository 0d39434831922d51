/** The help page of the console, in Markdown. */
export const help = `## ScopeBridge

**Overview** says whether all is well. **Connected apps** connects ScopeStack with a PSA. **Opportunities** shows what came in,
and **Projects** what goes out: preview, create, resubmit. **Log** has everything that failed, why, and what to do about it;
replay it when the cause is mended. **Audit** says who did what.
`
