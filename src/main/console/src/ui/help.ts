/** The parts of the manual by page: the first that fits. Paths are those below `/scopebridge/`. */
const PARTS: [RegExp, string][] = [
  [/^overview/, 'console#monitor'],
  [/^apps\/[^/]+\/drift/, 'drift'],
  [/^apps\/[^/]+/, 'connect'],
  [/^apps/, 'console#connect-a-psa'],
  [/^opportunities/, 'console#view-opportunities'],
  [/^projects\/[^/]+\/[^/]+\/create/, 'create-projects#options'],
  [/^projects\/[^/]+\/[^/]+\/jobs/, 'create-projects#progress-and-result'],
  [/^projects/, 'console#create-a-project-in-the-psa'],
  [/^log\/replays/, 'failures#replay-many'],
  [/^log\/\d+/, 'failures#failure-classes'],
  [/^log/, 'console#find-out-why-something-failed'],
  [/^mappings/, 'mappings'],
  [/^alerts/, 'alerts'],
  [/^audit/, 'console#see-who-did-what'],
  [/^users/, 'console#manage-users'],
  [/^account/, 'console#manage-users'],
]

/** The address of the part of the manual that explains a page of the console. */
export function manualOf(path: string): string {
  const page = path.replace(/^.*\/scopebridge\//, '')
  return '/manual/' + (PARTS.find(([pattern]) => pattern.test(page))?.[1] ?? 'console')
}
