/**
 * The CloudFront function that finds the file of an address: pages have addresses without an
 * ending. It is written here as text because it runs on CloudFront's own JavaScript.
 *
 * @param pages each page's address without the slash, and its file
 */
export function findPageCode(pages: Readonly<Record<string, string>>): string {
  const files = Object.fromEntries(
    Object.entries(pages).map(([address, file]) => [`/${address}`, `/${file}`]),
  );
  return `
const pages = ${JSON.stringify(files)};
const files = /^\\/(assets\\/[\\w-]+\\.(js|css)|icon\\.svg|app\\.webmanifest|licences\\.txt|sorry-[a-z]{2}\\.xml|console\\.json)$/;

function handler(event) {
  const request = event.request;
  const page = pages[request.uri];
  if (page) request.uri = page;
  if (page || files.test(request.uri)) return request;
  const shorter = request.uri.replace(/\\/+$/, '');
  if (pages[shorter]) {
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: shorter } } };
  }
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: { 'content-type': { value: 'text/plain; charset=utf-8' } },
    body: 'There is no such page.',
  };
}
`.trim();
}
