import type { Columns } from '../../../lambdas/domain/row/row.ts';

const huge = 'x'.repeat(200_000);
const asJson = (text: string): Columns => JSON.parse(text) as Columns;

/** Orders that no call can be made of, or that are hard to carry: columns beside status 10 and a number. */
const orders: readonly Columns[] = [
  ...['PST', 'CST', 'IST', 'EST5EDT7', 'Mars/Phobos', '+25:00', 'z'.repeat(3000)].map(
    (time_zone) => ({ time_zone, callaftermin: 1 }),
  ),
  { date_callback: '9999-12-31', time_callback: '23:59:59' },
  { date_callback: '9999-12-31', time_callback: '23:59:59', time_zone: 'Pacific/Honolulu' },
  { date_callback: '0000-00-00', time_callback: '00:00:00' },
  { date_callback: '2026-02-30', time_callback: '10:00' },
  { callaftermin: -1 },
  { callaftermin: '1e3' },
  { callaftermin: 525_601 },
  { callaftermin: Number.MAX_SAFE_INTEGER },
  { callaftermin: 'soon' },
  { tel: '12', callaftermin: 0 },
  { tel: 'PO Box 17, London', callaftermin: 0 },
  { tel: { S: '+447700900001' }, callaftermin: 0 },
  { operator_number: huge, callaftermin: 0 },
  { operator_number: ['op1'], callaftermin: 0 },
  { operator_number: 'client:', callaftermin: 0 },
  { имя: huge, callaftermin: 0 },
  { ...asJson('{"__proto__": "x", "constructor": "y", "toString": 1}'), callaftermin: 0 },
];

const strange: readonly unknown[] = [null, true, [], {}, [1, 'x'], { a: { b: [null] } }, -0, 1e300];
const orderNames = ['status', 'callaftermin', 'date_callback', 'time_callback', 'time_zone'];
const ownNames = ['_order', '_due_at', '_promised_at', '_attempt', '_refused', '_waiting_for'];

/** Wrong types in every column, ours too. */
const wrongTypes: readonly Columns[] = [
  ...orderNames,
  'tel',
  'operator_number',
  ...ownNames,
].flatMap((name) => strange.map((value) => ({ callaftermin: 1, [name]: value })));

/** Ids that the contract does not know; one that JavaScript would round is a text here. */
export const strangeIds: readonly unknown[] = [
  0,
  -7,
  1.5,
  '1234567890123456789',
  '9007199254740993',
];

export const poisons: readonly Columns[] = [...orders, ...orders, ...wrongTypes];
