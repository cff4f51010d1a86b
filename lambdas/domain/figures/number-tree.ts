/** Counts by name, nested as deep as need be: what two of them come to is found name by name. */
export interface NumberTree {
  [name: string]: number | NumberTree;
}

/** All trees in one: numbers of one name are added, trees of one name are added up. */
export function addUp<Tree extends object>(trees: readonly Tree[]): Tree {
  const sum: NumberTree = {};
  for (const tree of trees as readonly NumberTree[]) addTo(sum, tree);
  return sum as Tree;
}

function addTo(sum: NumberTree, tree: NumberTree): void {
  for (const [name, value] of Object.entries(tree)) {
    const before = Object.hasOwn(sum, name) ? sum[name] : undefined;
    if (typeof value === 'number') {
      sum[name] = (typeof before === 'number' ? before : 0) + value;
    } else {
      const inner = typeof before === 'object' ? before : {};
      addTo(inner, value);
      sum[name] = inner;
    }
  }
}
