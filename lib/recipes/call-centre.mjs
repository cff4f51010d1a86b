import { createHash } from 'node:crypto';

/** The call centre's API for software: a token that is renewed, and writes that may be sent again. */
export class CallCentre {
  #settings;
  #token;

  /** @param settings `CALLS_API`, `CALLS_TOKEN_URL`, `CALLS_CLIENT` and `CALLS_SECRET` of the environment */
  constructor(settings) {
    this.#settings = settings;
  }

  /**
   * Sets columns of a row, and creates it if need be.
   *
   * @param key the same when the same wish is sent again
   * @returns the sentence of a refusal; throws where another try may do
   */
  async writeRow({ task, Id }, columns, key) {
    const path = `/tasks/${encodeURIComponent(task)}/subscribers/${Id}`;
    const changed = await this.#ask('PATCH', path, columns, key);
    const answer = changed.status === 404 ? await this.#ask('PUT', path, columns, key) : changed;
    if (answer.ok) return undefined;
    const { detail } = await answer.json();
    if (answer.status === 400 || answer.status === 404) return detail;
    throw new Error(`The call centre answered ${answer.status}`);
  }

  /** What is sent again with other columns, since they changed meanwhile, is another wish. */
  async #ask(method, path, columns, key) {
    const body = JSON.stringify(columns);
    const digest = createHash('sha256')
      .update(method + body)
      .digest('hex');
    const answer = await fetch(this.#settings.CALLS_API + path, {
      method,
      headers: {
        authorization: `Bearer ${await this.#freshToken()}`,
        'content-type': 'application/json',
        'idempotency-key': `${key}-${digest}`,
      },
      body,
      signal: AbortSignal.timeout(25_000),
    });
    if (answer.status === 401) this.#token = undefined;
    return answer;
  }

  async #freshToken() {
    if (this.#token !== undefined && Date.now() < this.#token.until) return this.#token.value;
    const { CALLS_TOKEN_URL, CALLS_CLIENT, CALLS_SECRET } = this.#settings;
    const answer = await fetch(CALLS_TOKEN_URL, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CALLS_CLIENT}:${CALLS_SECRET}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`The token endpoint answered ${answer.status}`);
    const { access_token, expires_in } = await answer.json();
    this.#token = { value: access_token, until: Date.now() + (expires_in - 60) * 1000 };
    return access_token;
  }
}
