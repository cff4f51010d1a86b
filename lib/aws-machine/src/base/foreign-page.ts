import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may come from a web page of somebody else. Browsers let every page send requests
 * to this machine: such a one names its site as `Origin`, or, where a name of its own was made to lead
 * here (DNS rebinding), as `Host`.
 */
export function mayBeForeign({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>) {
  const { host, origin } = headers;
  if (host === undefined || !isLoopback(`http://${host}`)) return true;
  if (origin === undefined) return false;
  return !isLoopback(origin) || portOf(origin) !== String(socket.localPort);
}

/** Names that lead to this machine and nowhere else. */
function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function portOf(origin: string): string {
  return new URL(origin).port || '80';
}
