const pageSize = { fallback: 50, highest: 1000 };

/** One page of a list, with Twilio's links to the pages beside it. */
export function pageJson<Item>(url: URL, name: string, items: readonly Item[]): object {
  const size = clamp(url.searchParams.get('PageSize'), pageSize.fallback, [1, pageSize.highest]);
  const page = clamp(url.searchParams.get('Page'), 0, [0, Number.MAX_SAFE_INTEGER]);
  const start = page * size;
  const shown = items.slice(start, start + size);
  const uriOf = (number: number) => pageUri(url, number, size);
  return {
    [name]: shown,
    page,
    page_size: size,
    start,
    end: start + Math.max(shown.length - 1, 0),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    next_page_uri: start + size < items.length ? uriOf(page + 1) : null,
  };
}

function pageUri({ pathname, searchParams }: URL, page: number, size: number): string {
  const target = new URLSearchParams(searchParams);
  target.set('PageSize', String(size));
  target.set('Page', String(page));
  return `${pathname}?${target}`;
}

function clamp(text: string | null, fallback: number, [lowest, highest]: [number, number]): number {
  const value = Number(text ?? fallback);
  return Number.isFinite(value) ? Math.min(Math.max(Math.floor(value), lowest), highest) : fallback;
}
