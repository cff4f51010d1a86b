/** Task ids stand in URLs, schedule names and log lines; ids of operators and scripts look the same. */
export const taskIdPattern: RegExp = /^[A-Za-z0-9_-]{1,32}$/;

export function isTaskId(id: string): boolean {
  return taskIdPattern.test(id);
}
