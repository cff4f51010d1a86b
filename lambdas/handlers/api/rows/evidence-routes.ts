import { erasure, evidenceReport, numberWish } from '../../../contract/evidence.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { eraseNumber } from '../../../use-cases/evidence/erase-number.ts';
import { rowsByNumber } from '../../../use-cases/evidence/find-traces.ts';
import { makeEvidence } from '../../../use-cases/evidence/make-evidence.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { conflict, ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';
import { findNumber } from './find-number.ts';

const refusals = { 404: { why: 'There is no such row' } };

/**
 * All that was done to a number, and its erasure, in the rows that hold it now. Rows that were deleted,
 * or hold another number by now, take looking through the whole tables: the commands do that.
 */
export function evidenceRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/evidence',
        summary: 'All that was done to a number, in the rows that hold it, as a chain of hashes',
        who: 'supervisors',
        reads: true,
        body: numberWish,
        answer: evidenceReport,
        refusals,
      },
      async ({ body }) => {
        const number = await findNumber(ports, body);
        if (typeof number !== 'string') return number;
        const rows = await rowsByNumber(ports, number);
        return ok(await makeEvidence(ports, { number, rows }));
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/erasures',
        summary: 'Erases what is personal of a number, in the rows that hold it; the chain stays',
        who: 'supervisors',
        body: numberWish,
        answer: erasure,
        refusals: { ...refusals, 409: { why: 'A call with this number is on' } },
      },
      async ({ body, caller }) => {
        const number = await findNumber(ports, body);
        if (typeof number !== 'string') return number;
        const rows = await rowsByNumber(ports, number);
        const erased = await eraseNumber(ports, { number, rows, by: caller.operator });
        if (erased.kind === 'call-on') return conflict(refusalWords.callOn);
        return ok({ ...erased.erasure, at: toIso(erased.erasure.at) });
      },
    ),
  ];
}
