import http from 'node:http';
import { Chance } from '../floor/chance.ts';

/** How much goes wrong between the functions and what they call. */
export interface WireFaults {
  seed: number;
  /** Of all requests, from 0 to 1. */
  share: number;
}

/** How a request fails: it is not carried out, or it is and nobody hears of it. */
type Failure = 'refused' | 'unheard' | 'cut off';
const failures: readonly Failure[] = ['refused', 'unheard', 'cut off'];

/** The services whose requests fail, as a signature names them (AWS Signature Version 4). */
const services = new Set(['dynamodb', 'sqs', 'scheduler']);
/** A test's own requests are signed with this key. */
const outside = 'outside';
const newCall = /^\/2010-04-01\/Accounts\/[^/]+\/Calls(\/[^/]+)?\.json$/;

/**
 * Stands in front of all servers of this process: some of the requests that functions send to DynamoDB, SQS,
 * EventBridge Scheduler and Twilio fail.
 */
export function putFaultsInFront({ seed, share }: WireFaults): void {
  const chance = new Chance(seed);
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...given: unknown[]) {
    const pass = () => Reflect.apply(emit, this, [event, ...given]);
    if (event !== 'request') return pass();
    const [request, response] = given as [http.IncomingMessage, http.ServerResponse];
    if (!mayFail(request) || !chance.happens(share)) return pass();
    const failure = chance.oneOf(failures);
    if (failure === 'refused') return refuse(request, response);
    silence(response, failure);
    return pass();
  };
}

function mayFail({ headers, method, url = '' }: http.IncomingMessage): boolean {
  const [, key, service] =
    /Credential=([^/]+)\/[^/]+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  if (service !== undefined) return key !== outside && services.has(service);
  return method === 'POST' && newCall.test(new URL(url, 'http://localhost').pathname);
}

function refuse(request: http.IncomingMessage, response: http.ServerResponse): true {
  request.resume().once('end', () => response.writeHead(503).end());
  return true;
}

/** It is carried out; instead of the answer comes another, or none. */
function silence(response: http.ServerResponse, failure: Exclude<Failure, 'refused'>): void {
  const { writeHead, end } = response;
  response.writeHead = () => response;
  response.end = () => {
    Object.assign(response, { writeHead, end });
    if (failure === 'cut off') response.destroy();
    else response.writeHead(500).end();
    return response;
  };
}
