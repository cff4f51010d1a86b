/** Twilio's answer to a request that it does not accept. Codes: https://www.twilio.com/docs/api/errors */
export interface Refusal {
  status: 400 | 401 | 404 | 429 | 500;
  code: number;
  message: string;
}

export const refusals = {
  authenticate: { status: 401, code: 20003, message: 'Authenticate' },
  tooManyRequests: { status: 429, code: 20429, message: 'Too many requests' },
  internal: { status: 500, code: 20500, message: 'An internal server error has occurred' },
} as const satisfies Record<string, Refusal>;

export function notFound(path: string): Refusal {
  return { status: 404, code: 20404, message: `The requested resource ${path} was not found` };
}

export function badRequest(code: number, message: string): Refusal {
  return { status: 400, code, message };
}

/** The HTTP status is not documented; 400 is that of its neighbours. */
export const tooManyCalls = badRequest(10004, 'Call concurrency limit exceeded');

export function refusalResponse({ status, code, message }: Refusal): Response {
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return Response.json(body, { status });
}
