/** Each page: its address without the slash, and the file that shows it. */
export const consolePages = { '': 'index.html', supervisor: 'supervisor.html' } as const;
