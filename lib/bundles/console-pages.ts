/** Each page: its address without the slash, and the file that shows it. */
export const consolePages = {
  '': 'index.html',
  supervisor: 'supervisor.html',
  dial: 'index.html',
} as const;

/** Where the identity provider leads back to; the desk's second address goes over to its first before. */
export const signInPages = ['', 'supervisor'] as const;
