import type { AnsweredRequests } from '../../lambdas/ports/records/answered-requests.ts';
import { noon, second } from './samples.ts';

const answer = { status: 201, body: '{"Id":1}', location: '/api/tasks/demo/subscribers/1' };

/** What every store of requests that are done once keeps. */
export function answeredRequestsContract(open: () => Promise<AnsweredRequests>): void {
  describe('requests that are done once', () => {
    let requests: AnsweredRequests;
    beforeEach(async () => {
      requests = await open();
    });

    test('one that comes again is answered as it was', async () => {
      expect(await requests.begin('first', 'a', noon)).toEqual({ kind: 'new' });
      await requests.finish('first', answer);
      expect(await requests.begin('first', 'a', noon + 3_600 * second)).toEqual({
        kind: 'answered',
        answer,
      });
    });

    test('of two at once, one is done', async () => {
      const begun = await Promise.all([
        requests.begin('second', 'a', noon),
        requests.begin('second', 'a', noon),
      ]);
      expect(begun.map(({ kind }) => kind).sort()).toEqual(['new', 'running']);
    });

    test('a key is of one request', async () => {
      await requests.begin('third', 'a', noon);
      await requests.finish('third', answer);
      expect(await requests.begin('third', 'b', noon)).toEqual({ kind: 'other' });
    });

    test('one that came to nothing may be sent again', async () => {
      await requests.begin('fourth', 'a', noon);
      await requests.forget('fourth');
      expect(await requests.begin('fourth', 'a', noon)).toEqual({ kind: 'new' });
    });

    test('one that never got its answer begins anew after a minute', async () => {
      await requests.begin('fifth', 'a', noon);
      expect(await requests.begin('fifth', 'a', noon + 59 * second)).toEqual({ kind: 'running' });
      expect(await requests.begin('fifth', 'a', noon + 60 * second)).toEqual({ kind: 'new' });
    });
  });
}
