import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

function filesOf(...patterns: string[]): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns],
    { cwd: root, encoding: 'utf8' },
  );
  return listed.split('\n').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

const documents = filesOf('*.md');

function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** As GitHub makes them of headings. */
function anchorOf(heading: string): string {
  const text = heading.replace(/`|\*/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function anchorsOf(file: string): Set<string> {
  const headings = textOf(file).matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, heading]) => anchorOf(heading ?? '')));
}

/** The links of a text that lead into this repository, with the place that each is to lead to. */
function linksOf(
  file: string,
  pattern: RegExp,
): { link: string; target: string; anchor: string }[] {
  return [...textOf(file).matchAll(pattern)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [to = '', anchor = ''] = link.split('#');
      const target = to === '' ? file : path.normalize(path.join(path.dirname(file), to));
      return { link, target, anchor };
    });
}

function broken(links: ReturnType<typeof linksOf>): string[] {
  return links
    .filter(({ target, anchor }) => {
      if (!existsSync(path.join(root, target))) return true;
      return anchor !== '' && !anchorsOf(target).has(anchor);
    })
    .map(({ link }) => link);
}

test.each(documents)('every link and anchor of %s leads somewhere', (file) => {
  expect(broken(linksOf(file, /\]\(([^)\s]+)\)/g))).toEqual([]);
});

/** Comments name documents by their path from the top: `see lambdas/README.md#promises`. */
test('every document that a comment names is there, with its anchor', () => {
  const sources = filesOf('*.ts', '*.tsx', '*.cjs');
  const wrong = sources.flatMap((file) => {
    const named = textOf(file).matchAll(/(?<![\w./-])((?:[\w.-]+\/)*[\w.-]+\.md(?:#[\w-]+)?)/g);
    return [...named]
      .map(([, link]) => link ?? '')
      .filter((link) => !link.startsWith('.') && link.includes('/'))
      .map((link) => link.split('#') as [string, string | undefined])
      .filter(([to, anchor]) => {
        if (!existsSync(path.join(root, to))) return true;
        return anchor !== undefined && !anchorsOf(to).has(anchor);
      })
      .map((link) => `${file}: ${link.join('#')}`);
  });
  expect(wrong).toEqual([]);
});

test('every path that the codemap and the ten questions name is there', () => {
  const guide = '.github/CONTRIBUTING.md';
  const tables = textOf(guide)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const paths = tables.flatMap((line) =>
    [...line.matchAll(/`((?:lambdas|lib|test)\/[^`*{}]+)`/g)].map(([, it]) => it ?? ''),
  );
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((it) => !existsSync(path.join(root, it)))).toEqual([]);
});

test('the README is read in one go', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(200);
});
