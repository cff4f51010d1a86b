import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { twilioCallsAlone } from '../../lib/bundles/twilio-calls-alone.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'twilio-calls-'));

afterAll(() => rmSync(folder, { recursive: true }));

const refusal =
  'What hangs on a call cannot be left out of this twilio as it can of 6.2.0: install twilio 6.2.0 (npm ci), or fit lib/bundles/twilio-calls-alone.ts';

/** Bundles an SDK of these files in `twilio/lib/rest/api/v2010/account`. */
async function bundled(name: string, files: Record<string, string>): Promise<string> {
  const account = path.join(folder, name, 'twilio/lib/rest/api/v2010/account');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(account, file)), { recursive: true });
    writeFileSync(path.join(account, file), text);
  }
  const { outputFiles } = await build({
    entryPoints: [path.join(account, 'call.js')],
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [twilioCallsAlone],
  });
  return outputFiles[0]?.text ?? '';
}

test('leaves out what hangs on a call', async () => {
  const files = {
    'call.js': 'exports.calls = [require("./call/event"), require("./call/stream")];',
    'call/event.js': 'exports.name = "event of a call";',
    'call/stream.js': 'exports.name = "stream of a call";',
  };
  expect(await bundled('known', files)).not.toContain('of a call');
});

test('leaves out what hangs on a text', async () => {
  const files = {
    'call.js': 'exports.texts = require("./message");',
    'message.js': 'exports.message = [require("./message/media"), "a text"];',
    'message/media.js': 'exports.name = "media of a text";',
  };
  const alone = bundled('texts', {
    ...files,
    'call.js': `${files['call.js']}require("./call/event");`,
    'call/event.js': '',
  });
  expect(await alone).toContain('a text');
  expect(await alone).not.toContain('media of a text');
});

test('keeps recordings, which are asked for', async () => {
  const files = {
    'call.js': 'exports.calls = [require("./call/event"), require("./call/recording")];',
    'call/event.js': 'exports.name = "event of a call";',
    'call/recording.js': 'exports.name = "recording of a call";',
  };
  const text = await bundled('used', files);
  expect(text).toContain('recording of a call');
  expect(text).not.toContain('event of a call');
});

test('refuses to bundle an SDK that keeps it elsewhere', async () => {
  const files = {
    'call.js': 'exports.calls = [require("./parts-of-call/event")];',
    'parts-of-call/event.js': 'exports.name = "event of a call";',
  };
  await expect(bundled('elsewhere', files)).rejects.toThrow(refusal);
});

test('refuses to bundle an SDK that leads on to more of it', async () => {
  const files = {
    'call.js': 'exports.calls = [require("./call/event"), require("../account/call/stream")];',
    'call/event.js': 'exports.name = "event of a call";',
    'call/stream.js': 'exports.name = "stream of a call";',
  };
  await expect(bundled('more', files)).rejects.toThrow(refusal);
});
