import createClient from 'openapi-fetch';
import type { paths } from '../../lambdas/contract/generated/api.ts';

/** Tells which rows of a task were written since an instant: `node changed-rows.ts demo 2027-01-31T09:00:00Z` */
const { ADDRESS, TOKEN } = process.env;
const [task = '', updatedSince = ''] = process.argv.slice(2);
const { POST } = createClient<paths>({
  baseUrl: ADDRESS ?? 'http://localhost:3000',
  headers: { authorization: `Bearer ${TOKEN}` },
});

let cursor: string | undefined;
do {
  const body = { task, updatedSince, ...(cursor !== undefined && { cursor }) };
  const { data, error, response } = await POST('/api/customers', { body });
  // A token that is not known is refused before the API is asked, without a sentence.
  if (data === undefined) throw new Error(error.error ?? `answered ${response.status}`);
  for (const { Id, status, dueAt } of data.rows) console.log(Id, status ?? '', dueAt ?? '');
  cursor = data.cursor;
} while (cursor !== undefined);
