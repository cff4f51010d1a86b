/** What a request that must fail was answered. */
export function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'accepted',
    ({ status, code, moreInfo }) => ({ status, code, moreInfo }),
  );
}

export function refusedWith(code: number, status = 400) {
  return { status, code, moreInfo: `https://www.twilio.com/docs/errors/${code}` };
}
