/** What changes are about, as the list of them is filtered. */
export const auditSubjects = [
  'rows',
  'tasks',
  'scripts',
  'operators',
  'do-not-call',
  'import',
  'account',
  'calls',
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/** By the route: the last of these words in its path is what it is about. */
const words: Record<string, AuditSubject> = {
  tasks: 'tasks',
  subscribers: 'rows',
  promises: 'rows',
  erasures: 'rows',
  scripts: 'scripts',
  operators: 'operators',
  'do-not-call': 'do-not-call',
  import: 'import',
  imports: 'import',
  account: 'account',
  attempts: 'calls',
};

export function subjectOf(act: string): AuditSubject | undefined {
  const [, path = ''] = act.split(' ');
  const found = path.split('/').flatMap((part) => words[part] ?? []);
  return path.startsWith('/api/do-not-call') ? 'do-not-call' : found.at(-1);
}
