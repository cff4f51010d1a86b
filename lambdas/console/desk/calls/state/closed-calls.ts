const key = 'callback-center:closed-calls';
const most = 50;

/** The calls that were taken off the desk in this tab: a reload does not bring them back. */
export const closedCalls = {
  has: (id: string): boolean => read().includes(id),
  remove: (id: string): void => {
    sessionStorage.setItem(key, JSON.stringify(read().filter((it) => it !== id)));
  },
  add: (id: string): void => {
    sessionStorage.setItem(key, JSON.stringify([...read(), id].slice(-most)));
  },
};

function read(): string[] {
  return JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
}
