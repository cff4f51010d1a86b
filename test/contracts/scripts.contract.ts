import type { Script } from '../../lambdas/domain/script/script.ts';
import type { Scripts } from '../../lambdas/ports/people/scripts.ts';

const script: Script = {
  title: { en: 'Callbacks', ru: 'Перезвоны' },
  start: 'talk',
  steps: [
    {
      id: 'talk',
      fields: [{ id: 'comment', type: 'text', label: 'Comment', required: false }],
      next: 'end',
    },
  ],
};

export function scriptsContract(open: () => Promise<Scripts>): void {
  test('what nobody stored is not there', async () => {
    const scripts = await open();
    expect(await scripts.get('callback')).toBeUndefined();
    expect(await scripts.get('callback', 1)).toBeUndefined();
    expect(await scripts.all()).toEqual([]);
  });

  test('every change is a version, and every version stays', async () => {
    const scripts = await open();
    const first = { ...script, id: 'callback', version: 1 };
    const second = { ...script, title: 'Other', id: 'callback', version: 2 };
    expect(await scripts.store('callback', script)).toEqual(first);
    expect(await scripts.store('callback', { ...script, title: 'Other' })).toEqual(second);
    expect(await scripts.get('callback')).toEqual(second);
    expect(await scripts.get('callback', 1)).toEqual(first);
    expect(await scripts.get('callback', 2)).toEqual(second);
    expect(await scripts.get('callback', 3)).toBeUndefined();
  });

  test('the same once more is no new version, whatever the order of its keys', async () => {
    const scripts = await open();
    await scripts.store('callback', script);
    const { title, start, steps } = script;
    const shuffled = { steps, start, title };
    expect(await scripts.store('callback', shuffled)).toMatchObject({ version: 1 });
    expect(await scripts.get('callback', 2)).toBeUndefined();
  });

  test('what an earlier version said may be stored again', async () => {
    const scripts = await open();
    await scripts.store('callback', script);
    await scripts.store('callback', { ...script, title: 'Other' });
    expect(await scripts.store('callback', script)).toMatchObject({ version: 3 });
  });

  test('two people at once get a version each', async () => {
    const scripts = await open();
    const titles = ['A', 'B', 'C', 'D'];
    const stored = await Promise.all(
      titles.map((title) => scripts.store('callback', { ...script, title })),
    );
    expect(stored.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    for (const { version, title } of stored) {
      expect((await scripts.get('callback', version))?.title).toBe(title);
    }
  });

  test('the newest of each script is listed, by id', async () => {
    const scripts = await open();
    await scripts.store('survey', script);
    await scripts.store('callback', script);
    await scripts.store('callback', { ...script, title: 'Other' });
    const all = await scripts.all();
    expect(all.map(({ id, version }) => [id, version])).toEqual([
      ['callback', 2],
      ['survey', 1],
    ]);
  });
}
