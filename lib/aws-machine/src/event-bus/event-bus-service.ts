import { AwsError } from '../base/aws-error.ts';
import { type AwsService, jsonAnswer, jsonRefusal } from '../proxy/aws-service.ts';
import { busName, type EventBuses } from './event-bus.ts';

/** EventBridge as far as functions speak to it: `PutEvents`. Buses and rules are those of the template. */
export function eventBusService(buses: EventBuses, eventsArn: string): AwsService {
  return {
    operation: ({ operation }) => operation,
    needs: ({ operation, input }) => {
      const { Entries = [] } = input() as { Entries?: { EventBusName?: string }[] };
      const names = new Set(Entries.map((it) => busName(it.EventBusName ?? 'default')));
      return [...names].map((name) => ({
        action: `events:${operation}`,
        resource: `${eventsArn}event-bus/${name}`,
      }));
    },
    refuse: jsonRefusal,
    async answer({ operation, input }) {
      if (operation === 'PutEvents') return jsonAnswer(buses.putEvents(input()));
      const message = `The local cloud does not play events:${operation}`;
      throw new AwsError('UnknownOperationException', message);
    },
  };
}
