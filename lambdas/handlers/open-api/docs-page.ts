import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { OpenApi, Operation } from './describe-api.ts';
import type { Content } from './describe-events.ts';
import { styles } from './docs-styles.ts';

/** What the page's own styles are let in by, under a policy that lets in nothing else. */
export const stylesHash = `sha256-${createHash('sha256').update(styles).digest('base64')}`;

/** The document as a page that needs no script: whoever reads it finds an operation by the browser's search. */
export function docsPage(document: OpenApi): string {
  const groups = groupsOf(document);
  const schemas = Object.entries(document.components.schemas);
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${document.info.title}</title>
<style>${raw(styles)}</style>
</head>
<body>
<nav>
<strong>API</strong>
${groups.map(({ tag }) => html`<a href="#${tag}">${tag}</a>`)}
<a href="#events">events</a>
<a href="#schemas">schemas</a>
</nav>
<main>
<h1>${document.info.title}: API</h1>
<p>${withCode(document.info.description)}</p>
<p><a href="/api/openapi.json">openapi.json</a> says the same to programs.</p>
${groups.map(groupSection)}
<section id="events">
<h2>Events</h2>
<p>What other software is told of: by rules on the bus, and at the addresses that the stage names.</p>
${Object.entries(document.webhooks).map(eventDetails)}</section>
<section id="schemas">
<h2>Schemas</h2>
${schemas.map(
  ([name, schema]) => html`<details id="schema-${name}">
<summary><b>${name}</b></summary>
${schemaBlock(schema)}</details>
`,
)}</section>
</main>
</body>
</html>
`);
}

interface Group {
  tag: string;
  operations: { method: string; path: string; operation: Operation }[];
}

function groupsOf({ paths }: OpenApi): Group[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const tags = [...new Set(all.map(({ operation }) => operation.tags[0] ?? ''))].sort();
  return tags.map((tag) => ({
    tag,
    operations: all.filter(({ operation }) => operation.tags[0] === tag),
  }));
}

function groupSection({ tag, operations }: Group) {
  return html`<section id="${tag}">
<h2>${tag}</h2>
${operations.map(operationDetails)}</section>
`;
}

function operationDetails({ method, path, operation }: Group['operations'][number]) {
  const { summary, parameters, requestBody, responses } = operation;
  return html`<details id="${operation.operationId}">
<summary><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code> <span>${summary}</span></summary>
${parameters.map(
  ({
    name,
    in: place,
    required,
    schema,
  }) => html`<h4>${name} <small>${place}${required ? '' : ', may be left out'}</small></h4>
${schemaBlock(schema)}`,
)}${
  requestBody &&
  html`<h4>Body</h4>
${contentBlock(requestBody)}`
}${Object.entries(responses).map(
  ([status, { description, content }]) => html`<h4>${status} <small>${description}</small></h4>
${content && contentBlock({ content })}`,
)}</details>
`;
}

function eventDetails([type, { post }]: [string, OpenApi['webhooks'][string]]) {
  return html`<details id="${post.operationId}">
<summary><code>${type}</code> <span>${post.summary}</span></summary>
${schemaBlock(post.requestBody.content['application/json'].schema)}</details>
`;
}

function contentBlock({ content }: Content) {
  const { schema, example } = content['application/json'];
  return html`${schemaBlock(schema)}${
    example &&
    html`<h4><small>For example</small></h4>
<pre>${JSON.stringify(example, null, 2)}</pre>
`
  }`;
}

/** A schema as JSON, its references as links to where they lead. */
function schemaBlock(schema: object) {
  const text = JSON.stringify(schema, null, 2);
  const parts = text.split(/"#\/components\/schemas\/([\w.-]+)"/);
  const linked = parts.map((part, n) =>
    n % 2 === 0 ? part : html`<a href="#schema-${part}">${part}</a>`,
  );
  return html`<pre>${linked}</pre>
`;
}

/** Backticks are how plain texts mark what is typed. */
function withCode(text: string) {
  return text.split('`').map((part, n) => (n % 2 === 0 ? part : html`<code>${part}</code>`));
}
