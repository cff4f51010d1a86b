import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { withdrawAttempt } from '../../../lambdas/use-cases/call/withdraw-attempt.ts';
import { CallCentre } from '../../support/call-centre.ts';
import {
  customerRinging,
  operatorRinging,
  operatorWaiting,
  promised,
  type Scene,
} from '../../support/scenarios.ts';

const english = { language: 'en' };
const told = (message: string) => ({ kind: 'tell', message, tongue: english });
const outcome = (centre: CallCentre) => centre.attempts(17)[0]?.facts.settled?.outcome;

/** What the operator hears when they come back from the silence before the promised second. */
async function onTheSecond({ centre, call }: Scene) {
  await centre.world.clock.advanceTo(Date.parse('2026-11-23T10:29:59.500Z'));
  const step = call.comesBack();
  await centre.world.clock.advanceTo(Date.parse('2026-11-23T10:30:00.500Z'));
  return step;
}

describe('a cancel', () => {
  test('while the telephone network does not answer: the write is followed all the same', async () => {
    const { centre } = await operatorWaiting();
    centre.dialler.tellWithdrawn = () => Promise.reject(new Error('503'));
    centre.write(17, { status: undefined });
    centre.put(18, { ...promised, tel: '+442079460018' });
    await centre.follow();
    expect(centre.attempts(17)).toMatchObject([{ facts: { withdrawn: { reason: 'cancelled' } } }]);
    expect(centre.row(18)).toMatchObject({ _due_at: '2026-11-23T10:30:00.000Z' });
    expect(centre.world.journal.failures).toMatchObject([{ ids: { attempt: expect.any(String) } }]);
  });

  /** Others write the row right after it was claimed, which is 60 ms ahead of the ring. */
  async function writtenAfterClaim(columns: Columns, isTold: boolean): Promise<CallCentre> {
    const centre = await CallCentre.open({ at: '2026-11-23T10:20:00.500Z' });
    const { attempts } = centre.world;
    const claim = attempts.claim.bind(attempts);
    attempts.claim = async (it) => {
      const result = await claim(it);
      attempts.claim = claim;
      centre.write(17, columns);
      if (isTold) await centre.follow();
      return result;
    };
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:31:00Z');
    return centre;
  }

  test.each([
    ['the stream told of it', true],
    ['the stream did not tell yet', false],
  ])('between claim and submission rings nobody: %s', async (_, isTold) => {
    const centre = await writtenAfterClaim({ status: undefined }, isTold);
    expect(centre.dialler.rung).toEqual([]);
    expect(outcome(centre)).toBe('withdrawn');
    expect(await centre.world.attempts.held()).toEqual([]);
    expect(centre.row(17)).not.toHaveProperty('status');
  });

  test('nor does a move, and the call is made when it was moved to', async () => {
    const moved = { status: 10, time_callback: '10:40' };
    const centre = await writtenAfterClaim(moved, false);
    expect(centre.dialler.rung).toEqual([]);
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.dialler.rung).toMatchObject([{ at: Date.parse('2026-11-23T10:39:45Z') }]);
  });

  test('nor do minutes that are written while the row says 11', async () => {
    const centre = await writtenAfterClaim({ callaftermin: 10 }, false);
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:39:45' });
  });

  test('while the operator’s phone rings: they hear of it when they answer', async () => {
    const { centre, call } = await operatorRinging();
    centre.write(17, { status: undefined });
    await centre.follow();
    expect(centre.dialler.toldWithdrawn).toEqual([]);
    expect(await call.answers()).toEqual(told('cancelled'));
    await call.operatorIs('completed');
    expect(outcome(centre)).toBe('withdrawn');
    expect(centre.world.journal.counted('AttemptWithdrawn')).toBe(1);
  });

  test('while the operator waits: they hear of it at once', async () => {
    const { centre, call } = await operatorWaiting();
    centre.write(17, { status: undefined });
    await centre.follow();
    expect(centre.dialler.toldWithdrawn).toEqual([call.attempt]);
    expect(await call.isTold()).toEqual(told('cancelled'));
  });

  test('while the operator waits: they hear of it also when they come back before the second', async () => {
    const { centre, call } = await operatorWaiting();
    centre.write(17, { status: undefined });
    await centre.follow();
    expect(await call.comesBack()).toEqual(told('cancelled'));
  });

  test('one second before the promise, not yet told of by the stream: the customer is not rung', async () => {
    const scene = await operatorWaiting();
    await scene.centre.world.clock.advanceTo(Date.parse('2026-11-23T10:29:59Z'));
    scene.centre.write(17, { status: undefined });
    expect(await onTheSecond(scene)).toEqual(told('cancelled'));
    await scene.call.operatorIs('completed');
    expect(scene.centre.attempts(17)[0]?.facts).not.toHaveProperty('dialling');
    expect(outcome(scene.centre)).toBe('withdrawn');
  });

  test('after the permission comes too late: the call goes on, the cancel stands', async () => {
    const { centre, call } = await customerRinging();
    centre.write(17, { status: undefined });
    await centre.follow();
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('withdrawn');
    expect(centre.dialler.toldWithdrawn).toEqual([]);
    await call.customerIs('answered');
    await call.customerIs('completed', 20);
    expect(outcome(centre)).toBe('reached');
    expect(centre.row(17)).not.toHaveProperty('status');
  });

  test('that meets the permission in the same moment comes too late', async () => {
    const { centre, call } = await operatorWaiting();
    const { attempts, clock } = centre.world;
    const get = attempts.get.bind(attempts);
    attempts.get = async (id) => {
      attempts.get = get;
      const before = await get(id);
      await attempts.record(id, { kind: 'dialling', at: clock.now() });
      return before;
    };
    await withdrawAttempt(centre.ports, call.attempt, 'cancelled');
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('withdrawn');
    expect(centre.dialler.toldWithdrawn).toEqual([]);
  });

  test('told of twice is one cancel', async () => {
    const { centre, call } = await operatorWaiting();
    centre.write(17, { status: undefined });
    await centre.follow();
    centre.write(17, { status: 12 });
    await centre.follow();
    expect(await call.isTold()).toEqual(told('cancelled'));
    expect(centre.attempts(17)[0]?.facts.withdrawn?.reason).toBe('cancelled');
  });
});

describe('at the customer’s permission', () => {
  test.each<[string, Columns, string]>([
    ['moved', { status: 10, time_callback: '12:00' }, 'moved'],
    ['ordered anew', { status: 10, callaftermin: 0 }, 'moved'],
    ['given another number', { tel: '+442079460018' }, 'moved'],
    ['given another time at 11', { time_callback: '12:00' }, 'moved'],
    ['closed', { status: 12 }, 'moved'],
  ])('a row that was %s: the operator hears why', async (_, columns, message) => {
    const scene = await operatorWaiting();
    scene.centre.write(17, columns);
    expect(await onTheSecond(scene)).toEqual(told(message));
    expect(scene.centre.attempts(17)[0]?.facts).not.toHaveProperty('dialling');
  });

  test('a row that was deleted: the operator hears why', async () => {
    const scene = await operatorWaiting();
    scene.centre.delete(17);
    expect(await onTheSecond(scene)).toEqual(told('gone'));
  });

  test('a row whose other columns were changed is dialled', async () => {
    const scene = await operatorWaiting();
    scene.centre.write(17, { имя: 'Zoé', комментарии: 'просил не звонить утром' });
    expect(await onTheSecond(scene)).toMatchObject({ kind: 'dial' });
  });

  test('a row with another number is called again at once, with that number', async () => {
    const scene = await operatorWaiting();
    const { centre, call } = scene;
    centre.write(17, { tel: '+442079460018' });
    await onTheSecond(scene);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:30:02Z');
    expect(centre.attempts(17).at(-1)?.customer).toBe('+442079460018');
    expect(centre.attempts(17)).toHaveLength(2);
  });

  test('a gate that closed meanwhile: due when it opens again', async () => {
    const scene = await operatorWaiting();
    await scene.centre.changeTask({ callingHours: { '1': [['14:00', '15:00']] } });
    expect(await onTheSecond(scene)).toEqual(told('may-not-be-called'));
    await scene.call.operatorIs('completed');
    const { withdrawn } = scene.centre.attempts(17)[0]?.facts ?? {};
    const nextAt = Date.parse('2026-11-23T14:00:00Z');
    expect(withdrawn).toMatchObject({ why: 'outside-calling-hours', nextAt });
    expect(scene.centre.row(17)).toMatchObject({ status: 10, time_callback: '14:00:00' });
  });

  test('a gate that will not open: 14', async () => {
    const scene = await operatorWaiting();
    await scene.centre.changeTask({ callingHours: {} });
    expect(await onTheSecond(scene)).toEqual(told('may-not-be-called'));
    await scene.call.operatorIs('completed');
    expect(scene.centre.row(17)).toMatchObject({
      status: 14,
      _problem:
        'the number may not be called: it is outside the calling hours where the customer is',
    });
  });

  test('a row that is written while the question is asked is looked at again', async () => {
    const scene = await operatorWaiting();
    const { attempts } = scene.centre.world;
    const permit = attempts.permit.bind(attempts);
    attempts.permit = async (attempt, row, at) => {
      attempts.permit = permit;
      scene.centre.write(17, { operator_number: 'client:anna' });
      return permit(attempt, row, at);
    };
    expect(await onTheSecond(scene)).toMatchObject({ kind: 'dial' });
    expect(scene.centre.attempts(17)[0]?.facts).toHaveProperty('dialling');
  });
});

describe('the same request again', () => {
  test('gets the same dial, though the row was cancelled since', async () => {
    const { centre, call } = await customerRinging();
    centre.write(17, { status: undefined });
    const dial = {
      kind: 'dial',
      customer: '+442079460017',
      callerId: '+442079460000',
      ringSeconds: 30,
      isWatched: false,
      detectsMachines: false,
    };
    expect(await call.comesBack()).toEqual(dial);
    expect(await call.comesBack()).toEqual(dial);
  });

  test('gets the same no, though the row was put back', async () => {
    const scene = await operatorWaiting();
    const before = scene.centre.row(17);
    scene.centre.write(17, { status: 10, time_callback: '12:00' });
    expect(await onTheSecond(scene)).toEqual(told('moved'));
    scene.centre.put(17, before);
    expect(await scene.call.comesBack()).toEqual(told('moved'));
  });

  test('gets no second dial once the customer’s part is over', async () => {
    const { call } = await customerRinging();
    await call.customerIs('busy');
    expect(await call.comesBack()).toEqual({ kind: 'hang-up' });
  });
});
