import { sameAddress } from '../../domain/row/caller-address.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';

/** The operator who calls from this address, with the address as their entry has it; not one who left. */
export async function operatorCalling(
  { directory }: Pick<Ports, 'directory'>,
  from: string,
): Promise<{ operator: Operator; address: string } | undefined> {
  for (const operator of await directory.operators()) {
    const address = operator.addresses.find((it) => sameAddress(it, from));
    if (address !== undefined && !operator.gone) return { operator, address };
  }
  return undefined;
}
