/** A path of a route: fixed segments, `{name}` for one segment, `{name+}` for all that follow. */
export interface RoutePath {
  /** Greater is more specific: such a route wins. */
  specificity: string;
  /** The path's variables, decoded; undefined where it does not fit. */
  match(path: string): Record<string, string> | undefined;
}

/** API Gateway: fixed segments before variables before a greedy variable, from left to right. */
const ranks = { fixed: '3', variable: '2', greedy: '1' };

export function routePath(template: string): RoutePath {
  const segments = template.split('/').slice(1).map(readSegment);
  const pattern = new RegExp(`^${segments.map(({ source }) => `/${source}`).join('')}$`);
  const names = segments.flatMap(({ name }) => name ?? []);
  return {
    specificity: segments.map(({ rank }) => rank).join(''),
    match(path) {
      const values = pattern.exec(path)?.slice(1);
      return (
        values && Object.fromEntries(names.map((name, index) => [name, decode(values[index])]))
      );
    },
  };
}

function readSegment(segment: string): { source: string; rank: string; name?: string } {
  const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
  if (name === undefined) return { source: escaped(segment), rank: ranks.fixed };
  return greedy
    ? { source: '(.+)', rank: ranks.greedy, name }
    : { source: '([^/]+)', rank: ranks.variable, name };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function decode(value = ''): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
