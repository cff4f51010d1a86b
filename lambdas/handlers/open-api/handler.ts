import { describeApi } from './answer.ts';

/** GET /api/openapi.json and /api/docs: what the other functions of the API answer, for programs and people. */
export const handler = describeApi();
