import { Construct, type IConstruct } from 'constructs';

/** The root of one call centre: what stands in it is known by its place below it, wherever it is put. */
export class Center extends Construct {}

/** The names that lead from the root of its call centre to a construct. */
export function namesWithin(part: IConstruct): string[] {
  const { scopes } = part.node;
  const root = scopes.findLastIndex((it) => it instanceof Center);
  return scopes.slice(root + 1).map(({ node }) => node.id);
}
