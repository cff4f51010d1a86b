import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { DialMessage, DialQueue } from '../../lambdas/ports/calls/dial-queue.ts';
import { key, noon } from './samples.ts';

export interface DialQueueUnderTest {
  dialQueue: DialQueue;
  /** Takes what can be received within so many seconds. */
  receive(withinSeconds: number): Promise<DialMessage[]>;
}

const written = { earliest: noon, latest: noon + 999 };
const call = { kind: 'call', row: key, dueAt: noon } as const;

export function dialQueueContract(open: () => Promise<DialQueueUnderTest>): void {
  test.each<[string, DialMessage]>([
    ['a call', call],
    ['a check', { kind: 'check', attempt: 'demo.17.a1' as AttemptId }],
    ['an offer', { kind: 'offer', operator: 'operator:sip:anna@example.com' }],
    ['a free slot', { kind: 'slot-free' }],
    ['a task’s new zone', { kind: 'retime', task: 'demo' }],
    ['a task’s new zone, from a row on', { kind: 'retime', task: 'demo', from: noon }],
    ['a judgement', { kind: 'judge', row: { task: 'demo', Id: '17' }, written, sequence: '111' }],
    [
      'a judgement of a row whose task is no text for a queue, and whose Id is none for JavaScript',
      {
        kind: 'judge',
        row: { task: 'задача \uffff\u0001 \ud83d\ude00', Id: '1234567890123456789' },
        written,
        sequence: '40000000000000000000000000000000000001',
        mark: 'k2x-17',
        wasBarred: true,
      },
    ],
  ])('%s arrives as it was sent', async (_, message) => {
    const { dialQueue, receive } = await open();
    await dialQueue.send(message, 0);
    expect(await receive(0)).toEqual([message]);
  });

  test('a message waits for its delay', async () => {
    const { dialQueue, receive } = await open();
    await dialQueue.send(call, 3);
    expect(await receive(0)).toEqual([]);
    expect(await receive(20)).toEqual([call]);
  });

  test.each([-1, 0.5, 901, Number.NaN])('a delay of %p s is refused', async (delay) => {
    const { dialQueue, receive } = await open();
    await expect(dialQueue.send(call, delay)).rejects.toThrow(`got ${delay}`);
    expect(await receive(0)).toEqual([]);
  });

  test('the longest delay is taken', async () => {
    const { dialQueue } = await open();
    await expect(dialQueue.send(call, 900)).resolves.toBeUndefined();
  });
}
