import type { CalendarLinks } from '../../lambdas/ports/people/calendar-links.ts';
import { noon, second } from './samples.ts';

const anna = { kind: 'operators', id: 'anna' } as const;
const demo = { kind: 'tasks', id: 'demo' } as const;

export function calendarLinksContract(open: () => Promise<CalendarLinks>): void {
  describe('links of calendars', () => {
    let links: CalendarLinks;
    beforeEach(async () => {
      links = await open();
    });

    test('where none was made, nothing opens', async () => {
      expect(await links.madeAt(anna)).toBeUndefined();
      for (const secret of ['', 'x'.repeat(43)])
        expect(await links.isOpenedBy(anna, secret)).toBe(false);
    });

    test('the secret opens its own calendar, and no other', async () => {
      const secret = await links.renew(anna, noon);
      expect(secret).toMatch(/^[\w-]{43}$/);
      await links.renew(demo, noon);
      expect(await links.isOpenedBy(anna, secret)).toBe(true);
      expect(await links.isOpenedBy(demo, secret)).toBe(false);
      expect(await links.isOpenedBy({ kind: 'tasks', id: 'anna' }, secret)).toBe(false);
      expect(await links.isOpenedBy(anna, `${secret.slice(0, -1)}.`)).toBe(false);
    });

    test('a renewed one closes what the one before opened', async () => {
      const [before, now] = [await links.renew(anna, noon), await links.renew(anna, noon + second)];
      expect(now).not.toBe(before);
      expect(await links.isOpenedBy(anna, before)).toBe(false);
      expect(await links.isOpenedBy(anna, now)).toBe(true);
      expect(await links.madeAt(anna)).toBe(noon + second);
    });

    test('a revoked one opens nothing, until another is made', async () => {
      const secret = await links.renew(anna, noon);
      for (let n = 0; n < 2; n++) await links.revoke(anna);
      expect(await links.isOpenedBy(anna, secret)).toBe(false);
      expect(await links.madeAt(anna)).toBeUndefined();
      expect(await links.isOpenedBy(anna, await links.renew(anna, noon))).toBe(true);
    });
  });
}
