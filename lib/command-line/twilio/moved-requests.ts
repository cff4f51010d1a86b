import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';

/** The SDK's HTTP client, sent to whoever plays Twilio. */
export class MovedRequests extends twilio.RequestClient {
  readonly #origin: string;

  constructor(url: string) {
    super();
    this.#origin = url;
  }

  override request<Body>(
    order: RequestClient.RequestOptions<Body>,
  ): Promise<Response.default<Body>> {
    const { pathname, search } = new URL(order.uri);
    return super.request<Body>({ ...order, uri: `${this.#origin}${pathname}${search}` });
  }
}
