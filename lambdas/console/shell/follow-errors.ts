import type { PageError } from '../../contract/page-errors.ts';
import { ask } from './api/ask.ts';
import { pageErrorOf } from './page-error.ts';

/** One page tells no more; what fails again and again says the same. */
const mostTold = 5;
let told = 0;

/** Errors of this page's scripts reach the log, without what was typed. */
export function followErrors(page: PageError['page']): void {
  addEventListener('error', ({ error }) => tell(error, page));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason, page));
}

function tell(error: unknown, page: PageError['page']): void {
  if (told++ >= mostTold) return;
  void ask('POST', '/me/page-errors', pageErrorOf(error, page));
}
