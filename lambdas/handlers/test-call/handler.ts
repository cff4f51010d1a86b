import { testCallPorts } from '../../composition/functions/test-call-ports.ts';
import { testCallRow } from '../../settings.ts';
import { placeTestCall } from '../../use-cases/recovery/place-test-call.ts';
import { onSchedule } from '../boundary/on-schedule.ts';

const ports = testCallPorts(process.env);
const row = testCallRow(process.env);

/** As often as the stage says: whether the last call to a number of one's own rang, and the next one. */
export const handler = onSchedule(ports.journal, () => placeTestCall(ports, row));
