import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { type Environment, serviceName } from '../../settings.ts';
import { composeDesks } from '../desks.ts';

export function socketPorts(environment: Environment) {
  const clock = new SystemClock();
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    desks: composeDesks(environment, clock),
  };
}
