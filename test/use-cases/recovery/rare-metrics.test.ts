import { onWebhook } from '../../../lambdas/handlers/boundary/on-webhook.ts';
import { answerVoice } from '../../../lambdas/handlers/voice/answer-voice.ts';
import { tellDirectory } from '../../../lambdas/use-cases/desk/notify-desks.ts';
import { patrol } from '../../../lambdas/use-cases/recovery/patrol.ts';
import { callContext, webhook } from '../../handlers/call-context.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import type { MemoryJournal } from '../../support/memory/memory-journal.ts';
import { type RareMetric, rareMetrics } from '../../support/rare-metrics.ts';
import { operatorWaiting, promised } from '../../support/scenarios.ts';

/** What it takes to bring each about, and the journal that was told of it. */
const scenes: Record<RareMetric, () => Promise<MemoryJournal>> = {
  UntoldFound: async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await patrol(centre.ports);
    return centre.world.journal;
  },
  TooManyCalls: async () => {
    const centre = await CallCentre.open();
    centre.dialler.script({ kind: 'refused', class: 'wait', code: 10004 });
    centre.put(17, { ...promised, time_callback: '10:01' });
    await centre.runUntil('2026-11-23T10:00:46Z');
    return centre.world.journal;
  },
  CustomerLegMissing: async () => {
    const { centre, call } = await operatorWaiting();
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:30:12Z');
    return centre.world.journal;
  },
  DeskNotTold: async () => {
    const centre = await CallCentre.open();
    const notify = async () => ({ failed: 1, reason: 'TimeoutError' });
    const desks = { ...centre.world.desks, notify } as unknown as typeof centre.world.desks;
    await tellDirectory({ ...centre.ports, desks });
    return centre.world.journal;
  },
  UnknownWebhook: async () => {
    const context = await callContext();
    await onWebhook(context, answerVoice(context))(webhook({ path: '/voice/elsewhere' }));
    return context.journal;
  },
  StrangerAttached: () => strangers(1),
  StrangerRefused: () => strangers(101),
};

/** So many callers whom no table holds call in within a second. */
async function strangers(count: number): Promise<MemoryJournal> {
  const centre = await CallCentre.open();
  for (let n = 0; n < count; n++) await new CallIn(centre, `+4420794${60100 + n}`).arrives();
  return centre.world.journal;
}

test.each(rareMetrics)('%s is counted where it happens', async (metric) => {
  const journal = await scenes[metric]();
  expect(journal.counted(metric)).toBeGreaterThanOrEqual(1);
});
