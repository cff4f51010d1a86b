import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { DialMessage, DialQueue } from '../../lambdas/ports/dial-queue.ts';
import { key, noon } from './samples.ts';

export interface DialQueueUnderTest {
  dialQueue: DialQueue;
  /** Takes what can be received within so many seconds. */
  receive(withinSeconds: number): Promise<DialMessage[]>;
}

const call = { kind: 'call', row: key, dueAt: noon } as const;

export function dialQueueContract(open: () => Promise<DialQueueUnderTest>): void {
  test.each<[string, DialMessage]>([
    ['a call', call],
    ['a check', { kind: 'check', attempt: 'demo.17.a1' as AttemptId }],
    ['an offer', { kind: 'offer', operator: 'operator:sip:anna@example.com' }],
    ['a free slot', { kind: 'slot-free' }],
  ])('%s arrives as it was sent', async (_, message) => {
    const { dialQueue, receive } = await open();
    await dialQueue.send(message, 0);
    expect(await receive(0)).toEqual([message]);
  });

  test('a message waits for its delay', async () => {
    const { dialQueue, receive } = await open();
    await dialQueue.send(call, 1);
    expect(await receive(0)).toEqual([]);
    expect(await receive(2)).toEqual([call]);
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
