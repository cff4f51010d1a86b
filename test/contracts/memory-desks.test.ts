import { MemoryDesks } from '../support/memory/memory-desks.ts';
import { desksContract } from './desks.contract.ts';

desksContract(async (parts) => new MemoryDesks(parts));
