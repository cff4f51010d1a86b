import { boss, Console, ivan, olga } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

describe('placing a call', () => {
  test('to a row: the operator’s own phone rings first', async () => {
    desk.centre.put(5, { tel: '020 7946 0005', имя: 'Zoë' });
    const answer = await desk.ask('POST /api/calls', { body: { task: 'demo', Id: 5 } });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        attempt: {
          task: 'demo',
          Id: 5,
          origin: 'manual',
          operator: { id: 'anna', address: '+442079460991' },
          customer: '+442079460005',
        },
      },
    });
    expect(desk.centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991']);
  });

  test('where they are rung is where they say', async () => {
    await desk.ask('PATCH /api/me', { body: { at: 'client:anna' } });
    await desk.ask('POST /api/calls', { body: { tel: '020 7946 0005' } });
    expect(desk.centre.dialler.rung.map(({ to }) => to)).toEqual(['client:anna']);
  });

  test('to a number that the table does not hold: it gets a row', async () => {
    const { body } = await desk.ask('POST /api/calls', { body: { tel: '020 7946 0005' } });
    expect(desk.centre.row(body.attempt.Id)).toMatchObject({ tel: '+442079460005', status: 11 });
  });

  test('one operator has one call', async () => {
    await desk.ask('POST /api/calls', { body: { tel: '020 7946 0005' } });
    expect(await desk.ask('POST /api/calls', { body: { tel: '020 7946 0006' } })).toMatchObject({
      status: 409,
      body: { reason: 'operator-in-call', error: 'you are in a call; hang up first' },
    });
  });

  test('no way around the gate: it says when they may be called', async () => {
    await desk.centre.changeTask({ callingHours: { '1': [['12:00', '18:00']] } });
    const answer = await desk.ask('POST /api/calls', { body: { tel: '020 7946 0005' } });
    expect(answer).toMatchObject({
      status: 409,
      body: { reason: 'outside-calling-hours', nextAt: '2026-11-23T12:00:00.000Z' },
    });
    expect(desk.centre.dialler.rung).toEqual([]);
  });

  test.each([
    [{ task: 'demo' }],
    [{ task: 'demo', Id: 0 }],
    [{ tel: '5' }],
    [{ tel: '020 7946 0005', operator: 'ivan' }],
    [{}],
  ])('%j is no call', async (body) => {
    expect((await desk.ask('POST /api/calls', { body })).status).toBe(400);
    expect(desk.centre.dialler.rung).toEqual([]);
  });

  test('who is in the task may call for it, and nobody else', async () => {
    desk.centre.put(5, { tel: '020 7946 0005' });
    await desk.centre.changeTask({ operators: ['anna'] });
    for (const body of [
      { task: 'demo', Id: 5 },
      { tel: '020 7946 0005', task: 'demo' },
    ]) {
      expect((await desk.ask('POST /api/calls', { as: ivan, body })).status).toBe(403);
    }
    const body = { task: 'demo', Id: 5 };
    expect((await desk.ask('POST /api/calls', { as: olga, body })).status).toBe(409);
    expect((await desk.ask('POST /api/calls', { as: boss, body })).status).toBe(409);
    expect(desk.centre.dialler.rung).toEqual([]);
  });

  test('a task that is not there', async () => {
    const body = { tel: '020 7946 0005', task: 'sales' };
    expect((await desk.ask('POST /api/calls', { body })).status).toBe(404);
  });
});

describe('a call', () => {
  test('is seen by its operator and by supervisors', async () => {
    const attempt = await desk.ringAnna();
    for (const as of [undefined, boss]) {
      const answer = await desk.ask(`GET /api/attempts/${attempt}`, as && { as });
      expect(answer).toMatchObject({ status: 200, body: { id: attempt, state: 'ringing' } });
    }
  });

  test.each(['x', 'demo.17.nobody', 'demo.17', '..', 'demo.17.A'])(
    'there is none of the id %s',
    async (id) => {
      expect((await desk.ask(`GET /api/attempts/${id}`)).status).toBe(404);
    },
  );

  test('not now: it comes back in so many minutes', async () => {
    const attempt = await desk.ringAnna();
    const body = { minutes: 30 };
    expect((await desk.ask(`POST /api/attempts/${attempt}/deferral`, { body })).status).toBe(204);
    expect(desk.centre.attempts(17)[0]?.facts.operatorDeferred).toMatchObject(body);
    expect(desk.centre.dialler.hungUp).toHaveLength(1);
  });

  test('once the customer is dialled it is too late to defer', async () => {
    const attempt = await desk.talk();
    const answer = await desk.ask(`POST /api/attempts/${attempt}/deferral`, {
      body: { minutes: 30 },
    });
    expect(answer.status).toBe(409);
  });

  test('they hang up, and again does no harm', async () => {
    const attempt = await desk.talk();
    expect((await desk.ask(`POST /api/attempts/${attempt}/hang-up`)).status).toBe(204);
    await desk.centre.lastCall().operatorIs('completed');
    expect((await desk.ask(`POST /api/attempts/${attempt}/hang-up`)).status).toBe(204);
    expect(desk.centre.dialler.hungUp).toHaveLength(1);
  });
});

describe('the card', () => {
  test('shows the row, who it is, and the script', async () => {
    const attempt = await desk.ringAnna({ фамилия: 'Smith', 'id заказа': '1042' });
    expect((await desk.ask(`GET /api/attempts/${attempt}/card`)).body).toMatchObject({
      attempt: { id: attempt },
      row: { имя: 'Zoë', 'id заказа': '1042', status: 11 },
      name: 'Zoë Smith',
      task: { id: 'demo', title: 'Demo', afterDisconnect: 'finish' },
      zone: 'Europe/London',
      clock: { zones: ['Europe/London'], from: 'number' },
      history: [],
      script: { id: 'callback', version: 1 },
    });
  });

  test('leads to the customer’s page where the task says one, and the row has what it takes', async () => {
    await desk.centre.changeTask({ cardUrl: 'https://crm.example.com/{task}/{Id}?o={id заказа}' });
    const attempt = await desk.ringAnna({ 'id заказа': 'A&1' });
    const url = async () => (await desk.ask(`GET /api/attempts/${attempt}/card`)).body.url;
    expect(await url()).toBe('https://crm.example.com/demo/17?o=A%261');
    desk.centre.write(17, { 'id заказа': undefined });
    expect(await url()).toBeUndefined();
  });

  test('holds nothing of the system’s own columns', async () => {
    const attempt = await desk.ringAnna();
    const { row } = (await desk.ask(`GET /api/attempts/${attempt}/card`)).body;
    expect(Object.keys(row).filter((name) => name.startsWith('_'))).toEqual([]);
  });

  test('tells what was said in earlier calls, the newest first', async () => {
    const first = await desk.talk();
    await desk.ask(`POST /api/attempts/${first}/form`);
    const talk = { step: 'talk', answers: { result: 'settled', comment: 'да' }, left: true };
    const run = { visits: [talk] };
    await desk.ask(`POST /api/attempts/${first}/form/submission`, { body: { run } });
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await desk.centre.runUntil('2026-11-23T11:00:00Z');
    const { body } = await desk.ask('POST /api/calls', { body: { task: 'demo', Id: 17 } });
    const card = (await desk.ask(`GET /api/attempts/${body.attempt.id}/card`)).body;
    expect(card.history).toHaveLength(1);
    expect(card.history[0]).toMatchObject({
      id: first,
      outcome: 'reached',
      form: { answers: { result: 'settled', comment: 'да' }, by: 'anna' },
    });
    expect(card).not.toHaveProperty('form');
  });

  test('is there without the row when that was deleted', async () => {
    const attempt = await desk.talk();
    desk.centre.delete(17);
    const { status, body } = await desk.ask(`GET /api/attempts/${attempt}/card`);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('row');
    expect(body).not.toHaveProperty('name');
  });

  test('has the form that was opened, with the script that opened it', async () => {
    const attempt = await desk.talk();
    await desk.ask(`POST /api/attempts/${attempt}/form`);
    const other = { ...(await desk.ports.scripts.get('callback')), title: 'Other' };
    await desk.ports.scripts.store('callback', other as never);
    const card = (await desk.ask(`GET /api/attempts/${attempt}/card`)).body;
    expect(card).toMatchObject({ form: { revision: 0 }, script: { version: 1 } });
  });
});

describe('their own calls', () => {
  const mine = async () => (await desk.ask('GET /api/me/calls')).body.calls;

  test('none', async () => {
    expect(await mine()).toEqual([]);
  });

  test('the live one, and until the wrap-up ends', async () => {
    const attempt = await desk.talk();
    expect(await mine()).toMatchObject([{ id: attempt, state: 'talking' }]);
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    expect(await mine()).toMatchObject([{ id: attempt, state: 'over' }]);
    await desk.ask('POST /api/me/done');
    expect(await mine()).toEqual([]);
  });

  test('one whose form is not sent, also when the next has begun', async () => {
    const first = await desk.talk();
    await desk.ask(`POST /api/attempts/${first}/form`);
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await desk.ask('POST /api/me/done');
    expect(await mine()).toMatchObject([{ id: first }]);
    await desk.keepOutcomes();
    const { body } = await desk.ask('POST /api/calls', { body: { tel: '020 7946 0005' } });
    expect((await mine()).map(({ id }: { id: string }) => id)).toEqual([body.attempt.id, first]);
  });

  test('those of today, with their forms', async () => {
    const attempt = await desk.talk();
    await desk.ask(`POST /api/attempts/${attempt}/form`);
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await desk.keepOutcomes();
    const history = async (as?: object) =>
      (await desk.ask('GET /api/me/history', as && { as })).body.attempts;
    expect(await history()).toMatchObject([
      { id: attempt, outcome: 'reached', form: { revision: 0 } },
    ]);
    expect(await history(ivan)).toEqual([]);
    await desk.centre.runUntil('2026-11-24T00:00:01Z');
    expect(await history()).toEqual([]);
  });
});
