import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { CallbackCenter } from './callback-center.ts';
import { readSettings } from './settings.ts';

export interface Synthesis {
  /** The folder with one bundle a function. */
  bundles: string;
  /** Gets the templates and assets; the CDK command names one itself. */
  outdir?: string;
  context?: Record<string, unknown>;
  /**
   * `quick` leaves out what is for deployments only: CDK's validation against CloudFormation's rules
   * (2–3 s, 300 MB), stack traces and its construct tree.
   */
  checks: 'all' | 'quick';
}

export interface SynthesizedStack {
  outdir: string;
  stackName: string;
}

/** Writes the templates and assets of one stage. Needs no account. */
export function synthesize({ bundles, outdir, context, checks }: Synthesis): SynthesizedStack {
  const app = new App({
    ...(outdir && { outdir }),
    ...(checks === 'quick' && quick),
    context: {
      ...featureFlags(),
      ...context,
      ...(checks === 'quick' && { 'aws:cdk:disable-stack-trace': true }),
    },
    analyticsReporting: false,
  });
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const stack = new CallbackCenter(app, stackName(settings.stage), { settings, bundles });
  return { outdir: app.synth().directory, stackName: stack.stackName };
}

const quick = { builtinCloudFormationValidation: false, treeMetadata: false };

function stackName(stage: string): string {
  return stage === 'prod' ? 'CallbackCenter' : `CallbackCenter-${stage}`;
}

/** The CDK command passes them on by itself; whoever runs without it gets the same template. */
function featureFlags(): Record<string, unknown> {
  const file = path.join(import.meta.dirname, '..', '..', 'cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
