import type { PageError } from '../../contract/page-errors.ts';

/**
 * What the log is told of an error: its kind, and where in our scripts it came up. Its message is left out:
 * it may hold what somebody typed, or whom it was about.
 */
export function pageErrorOf(error: unknown, page: PageError['page']): PageError {
  const { name, stack } = error instanceof Error ? error : { name: 'NotAnError', stack: '' };
  return {
    page,
    name: /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error',
    stack: framesOf(stack ?? '').slice(0, mostFrames),
  };
}

const mostFrames = 10;

/** Lines as Chromium, Firefox and Safari write them end in the same: `…/assets/desk-AB12.js:1:2345)`. */
function framesOf(stack: string): PageError['stack'] {
  const places = stack.matchAll(/\/([\w.-]{1,80}\.js):(\d+):(\d+)\)?$/gm);
  return [...places].map(([, file = '', line, column]) => ({
    file,
    line: Number(line),
    column: Number(column),
  }));
}
