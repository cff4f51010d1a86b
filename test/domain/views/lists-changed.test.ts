import type { Row } from '../../../lambdas/domain/row/row.ts';
import { listsChanged } from '../../../lambdas/domain/views/lists-changed.ts';
import { promisedRow, readRow, servedRow } from '../order/read-row.ts';

const anna = { operator_number: '+442079460101' };

test.each<[string, Row | undefined, Row | undefined, string[] | undefined]>([
  ['a promise is made', readRow({}), promisedRow('10:30'), ['anybody']],
  ['it moves', promisedRow('10:30', anna), promisedRow('11:00', anna), [anna.operator_number]],
  [
    'it goes to another',
    promisedRow('10:30', anna),
    promisedRow('10:30'),
    [anna.operator_number, 'anybody'],
  ],
  ['its call begins', promisedRow('10:30', anna), servedRow(anna), [anna.operator_number]],
  [
    'it waits for an operator',
    promisedRow('10:30'),
    promisedRow('10:30', { _waiting_since: '2026-11-23T10:30:00.000Z' }),
    ['anybody'],
  ],
  ['it is deleted', promisedRow('10:30'), undefined, ['anybody']],
  ['a row gets a problem', readRow({}), readRow({ _problem: 'x' }), []],
  ['a name is edited', promisedRow('10:30'), promisedRow('10:30', { имя: 'Анна' }), undefined],
  ['a row is created', undefined, readRow({}), undefined],
  ['a call ends', servedRow(), readRow({ status: 12 }), undefined],
])('when %s', (_, before, after, owners) => {
  expect(listsChanged(before, after, 'GB')).toEqual(owners);
});
