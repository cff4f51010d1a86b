import { CallFloor } from '../../support/call-floor.ts';

/**
 * One system for all scenarios of this folder: starting one takes longer than most of them. Each has
 * a task, operators and customers of its own; what goes wrong on purpose names one of their legs.
 */
export const floor = new CallFloor();

beforeAll(() => floor.open());
afterAll(() => floor.close());
