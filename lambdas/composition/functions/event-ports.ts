import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoScripts } from '../../adapters/dynamodb/forms/dynamo-scripts.ts';
import { EventBridgeBus } from '../../adapters/eventbridge/event-bridge-bus.ts';
import { eventBridgeClient } from '../../adapters/eventbridge/event-bridge-client.ts';
import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { directorySettings, type Environment, eventSettings, serviceName } from '../../settings.ts';
import { readChange } from '../read-change.ts';

/** What it takes to tell other software what happens. */
export function eventPorts(environment: Environment) {
  const { bus, told } = eventSettings(environment);
  return {
    journal: new PowertoolsJournal(serviceName(environment)),
    bus: new EventBridgeBus(eventBridgeClient(), bus),
    scripts: new DynamoScripts(functionClient(), directorySettings(environment)),
    told,
    readChange,
  };
}
