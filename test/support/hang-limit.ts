/**
 * How long a test waits for what must happen, in milliseconds. It guards against hanging and measures
 * nothing: a machine may be busy with other work. Below Jest's `testTimeout`, so that what was
 * awaited is named. Lateness is measured by `npm run bench`.
 */
export const hangLimit = 240_000;
