import { type FormBeingSent, writeOfForm } from '../../../lambdas/domain/form/form-write.ts';
import type { Field } from '../../../lambdas/domain/script/script.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';
import { straightScript } from '../script/sample-scripts.ts';

/** What a form makes of the row of a call that is on. */

const zone: Field = { id: 'zone', type: 'text', label: 'Time zone', column: 'time_zone' };
const script = straightScript([zone]);

const now = instant('2026-11-23T10:31:00Z');
const inService: FormBeingSent['row'] = {
  columns: { task: 'demo', Id: 17, tel: '020 7946 0017', status: 11 },
  own: { order: { status: '11' }, attempt: 'demo.17.a1' },
};

function write(answers: FormBeingSent['answers'], row = inService) {
  const task = sampleTask();
  return writeOfForm({ script, answers, row, task, sentAt: now, now, facts: gateFacts() });
}

test('the zone that the customer names is written while they talk', () => {
  expect(write({ zone: 'Europe/Paris' })).toEqual({
    kind: 'write',
    change: { set: { time_zone: 'Europe/Paris' }, remove: [] },
  });
});

test('one that does not exist is refused for a call that is promised', () => {
  const columns = { ...inService.columns, status: 10, callaftermin: 5 };
  expect(write({ zone: 'Europe/Nowhere' }, { columns, own: {} })).toMatchObject({
    kind: 'refused',
  });
});
